import type { Subject } from '../argument'
import { text } from '../text'

/** Why a request is refused before anybody looks at what it asks. */
export const http = {
  'http.unreadable-address': () => text`This address cannot be read.`,
  'http.failed': () => text`Something went wrong here. Nothing was changed.`,
  'http.other-site': () => text`This request did not come from a page of this server.`,
  'http.no-length': () => text`A request must say how long its body is.`,
  'http.too-large': ({ most }: { most: number }) => text`At most ${most} KiB can be sent at once.`,
} satisfies Subject
