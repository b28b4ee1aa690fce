import type { WorkedStep } from '@/lib/protocol/solution'
import type { Speaker } from '@/lib/words/argument'
import type { Worked } from './worked'

/** A worked step as the wire and the command line have it; `say` makes the sentences. */
export function workedInWords({ step, lines }: Worked, say: Speaker): WorkedStep {
  return { step, lines: lines.map(line => ({ ...line, says: say(line.says) })) }
}
