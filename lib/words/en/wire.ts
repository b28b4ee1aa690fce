import type { Subject } from '../argument'
import { text } from '../text'

/** What the server says to any page about the connection itself. */
export const wire = {
  'wire.too-many': () => text`Too many messages at once. Please wait a moment.`,
  'wire.unreadable': () => text`The server cannot read this message.`,
  'wire.no-such-event': () => text`There is nothing under this name here.`,
  'wire.one-message': () => text`An event carries one message and asks for one answer.`,
  'wire.failed': () => text`Something went wrong here. Nothing was recorded.`,
  'wire.names-no-class': () => text`This connection names no class.`,
  'wire.no-such-class': () => text`There is no such class.`,
  'wire.class-not-open': () => text`The server cannot open this class right now.`,
  'wire.outdated': () => text`A newer version of this page is ready. Reload the page to go on.`,
  'wire.newer-page': () =>
    text`This page is newer than the server. It will connect by itself once the server is up to date.`,
} satisfies Subject
