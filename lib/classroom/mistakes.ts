import { mistakeIds } from '@/lib/network/wrong/catalogue'
import type { MistakeWords } from '@/lib/protocol/board'
import type { Speaker } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Cell, Standing } from './state'

type Verdict = Pick<Standing, 'verdict' | 'mistakes'>

/** The key under which wrong answers without a named mistake are counted. No id of a mistake has a space. */
const unnamed = 'no name'

/** How often each mistake was made, after `now` replaced `old`, or after one answer more where `old` is null. */
export function madeAfter(
  made: Cell['made'] = new Map(),
  old: Verdict | null,
  now: Verdict,
): ReadonlyMap<string, number> {
  const [less, more] = [old === null ? [] : counted(old), counted(now)]
  if (less.length === 0 && more.length === 0) return made
  const next = new Map(made)
  for (const id of less) next.set(id, (next.get(id) ?? 0) - 1)
  for (const id of more) next.set(id, (next.get(id) ?? 0) + 1)
  for (const [id, times] of next) if (times === 0) next.delete(id)
  return next
}

function counted({ verdict, mistakes }: Verdict): readonly string[] {
  if (verdict !== 'wrong') return []
  return mistakes.length === 0 ? [unnamed] : [...new Set(mistakes)]
}

/** The largest number of wrong answers with the same mistake. A student who makes one again and again is stuck. */
export function mostAlike({ made }: Cell): number {
  return Math.max(0, ...made.values())
}

/** The mistakes of the latest answer. */
export function mistakesToMend({ latest }: Cell): string[] {
  return latest.verdict === 'wrong' ? [...latest.mistakes] : []
}

/** What a board calls the mistakes of the catalogue, and what it may ask who makes one, in sentences that `say` makes. */
export function mistakeWords(say: Speaker): MistakeWords[] {
  return mistakeIds.map(id => ({
    id,
    words: say(message('mistakes.choice', { mistake: id })),
    nudge: say(message('mistakes.nudge', { mistake: id })),
  }))
}
