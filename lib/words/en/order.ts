import type { Mathematics, Message, Subject } from '../argument'
import { text } from '../text'

/** What is said of the lines of a worked solution in somebody's order. */
export const order = {
  'order.right': () => 'Right: every line follows from those above it.',
  'order.too-early': ({ nth, name }: { nth: number; name: Mathematics }) =>
    text`Line ${nth} does not follow yet: it uses ${name}, which no line above it has.`,
  'order.wrong-line': ({ nth, name, nudge }: { nth: number; name: Message; nudge: Message }, say) =>
    text`Line ${nth} is wrong. ${say(name)}. ${say(nudge)}`,
  'order.not-all': ({ count }: { count: number }) =>
    count === 0
      ? 'There is no line yet.'
      : count === 1
        ? 'The first line follows. More lines are needed for the answer.'
        : text`All ${count} lines follow. More lines are needed for the answer.`,
  'order.unknown': () => 'There is no such line.',
} satisfies Subject
