import type { Mathematics, Message, Subject } from '../argument'
import { shapeOf } from '../shape'
import { text } from '../text'

/** What stands in an exercise file where something else has to stand. */
export const found = {
  'found.expected': ({ found, expected }: { found: Message; expected: Message }, say) =>
    text`found ${say(found)}, expected ${say(expected)}`,
  'found.token': ({ token }: { token: string }) => text`${token}`,
  'found.end-of-line': () => 'the end of the line',
  'found.string': () => 'a string',
  'found.name': ({ name }: { name: Mathematics }) => text`the name ${name}`,
  'found.tensor': ({ shape }: { shape: readonly number[] }) => text`a tensor of shape ${shapeOf(shape)}`,
  'found.not-integer': () => 'a number that is not an integer',
  'found.too-large': () => 'a number that is far too large',
  'found.not-rational': () => 'a value that is not a rational number',
  'found.step': ({ step }: { step: string }) => text`the step ${step}`,
} satisfies Subject
