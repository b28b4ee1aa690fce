import type { Message, Subject } from '../argument'
import { text } from '../text'

/** Why a network has no value or no slope on its numbers, whatever the op. */
export const faults = {
  'faults.undecided': ({ op, reason }: { op: string; reason: Message }, say) => text`${op}: ${say(reason)}`,
  'faults.no-slope-at-output': () => 'there is no slope at such an output',
} satisfies Subject
