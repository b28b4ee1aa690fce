import type { ShownVotes } from '@/lib/protocol/poll'
import type { ProjectedPoll } from '@/lib/protocol/projector'
import type { LockedView } from './open-part'
import { isReleased } from './pacing'
import { rightPlace } from './poll'
import type { ClassState } from './state'
import { countsOf, shownVotes } from './talk-view'

export const percentOf = (count: number, of: number): number =>
  of === 0 ? 0 : Math.round((100 * count) / of)

/** The last poll as the wall shows it. Null where it is closed, or its step is off the desks: it is on no desk then. */
export function projectedPoll(state: ClassState, { view }: LockedView): ProjectedPoll | null {
  const { poll } = state.talk
  if (poll === null || poll.phase === 'closed' || poll.on.version !== view.version) return null
  if (!isReleased(state.pacing, poll.on)) return null
  const steps = view.flow.flatMap(part => (part.type === 'step' ? [part.step] : []))
  const step = steps.find(({ id }) => id === poll.on.step)
  if (step === undefined) return null
  const votes = countsOf(poll, state)
  const round = sumOf(votes.second) > 0 || poll.phase === 'again' ? votes.second : votes.first
  const percent = state.showing.people === 'hidden'
  const of = state.students.size
  const shown = shownVotes(poll, state)
  return {
    step,
    symbols: view.nodes.flatMap(({ name, shape, symbolic }) => (symbolic && shape ? [{ name, shape }] : [])),
    question: poll.question,
    options: poll.options.map(({ cells }) => ({ cells: [...cells] })),
    phase: poll.phase,
    voted: percent ? percentOf(sumOf(round), of) : sumOf(round),
    of: percent ? 100 : of,
    percent,
    votes: shown && percent ? sharesOf(shown) : shown,
    right: poll.phase === 'right' ? rightPlace(poll) : null,
  }
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

function sharesOf({ first, second }: ShownVotes): ShownVotes {
  const shares = (counts: readonly number[]) => counts.map(count => percentOf(count, sumOf(counts)))
  return { first: shares(first), second: second && shares(second) }
}
