import type { Subject } from '../argument'
import { text } from '../text'

/** Why a request over HTTP is refused. */
export const http = {
  'http.unreadable-address': () => text`This address cannot be read.`,
  'http.failed': () => text`Something went wrong here. Nothing was changed.`,
  'http.other-site': () => text`This request did not come from a page of this server.`,
  'http.no-length': () => text`A request must say how long its body is.`,
  'http.too-large': ({ most }: { most: number }) => text`At most ${most} KiB can be sent at once.`,
  'http.unreadable': () => text`The server cannot read this request.`,
  'http.must-be-json': () => text`The body of this request must be JSON.`,
  'http.not-json': () => text`The body of this request is not JSON.`,
  'http.no-such-exercise': () => text`You have no such exercise.`,
  'http.history-not-ready': () => text`The history is being put together. Please try again in a moment.`,
  'http.no-such-sheet': () => text`There is no such sheet.`,
  'http.no-such-class': () => text`You have no such class.`,
  'http.not-read': () => text`Something went wrong here. Please try again in a moment.`,
  'http.check-too-long': () => text`Checking this file took too long. Make it smaller, or try again.`,
  'http.not-checked': () => text`This file could not be checked. Nothing was stored.`,
  'http.lint-too-long': () => text`Comparing the mistakes of this file took too long.`,
  'http.not-linted': () => text`The mistakes of this file could not be compared.`,
  'http.owner-invites': () => text`Only the owner can invite other teachers.`,
  'http.file-too-large': ({ most }: { most: number }) => text`An exercise file has at most ${most} KiB.`,
} satisfies Subject
