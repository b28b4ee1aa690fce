import type { BoardState } from '@/lib/client/board-state'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import { nameOfStep } from '@/lib/protocol/step-name'
import type { Addressees, BoardMessage } from '@/lib/protocol/talk'
import { inWords } from '../needs/shared-mistakes'

/** The most names that are listed; further ones are counted. */
const namedMost = 3

/** What the step is called, its mathematics marked; its id where the class does not work on it any more. */
export function stepInWords(board: BoardState, { version, step }: StepAddress): string {
  const exercise = board.exercises.find(one => one.version === version)
  const found = exercise?.steps.find(({ id }) => id === step)
  return found ? nameOfStep(found) : step
}

/** What a mistake is called on this board; its mathematics is marked. */
function called(board: BoardState, mistake: string): string {
  return inWords([mistake], board.mistakeWords)
}

/** Says to whom a message will go. Mathematics is marked. */
export function addresseesInWords(board: BoardState, to: Addressees): string {
  if (to === null) return 'everyone'
  if ('mistake' in to) {
    return `all whose latest answer at ${stepInWords(board, to)} shows: ${called(board, to.mistake)}`
  }
  return students(board, to, to.length)
}

/** Says to whom a message went, and at which step it stands. Mathematics is marked. */
export function sentTo(board: BoardState, { to, on }: Pick<BoardMessage, 'to' | 'on'>): string {
  const at = on === null ? '' : `, at ${stepInWords(board, on)}`
  if (to === null) return `everyone${at}`
  const who = students(board, to.students, to.count)
  const { because } = to
  if (because === null) return `${who}${at}`
  const mistake = called(board, because.mistake)
  // A hint to all who made a mistake stands, as a rule, at the step where they made it.
  if (on !== null && keyOf(on) === keyOf(because)) return `${who}${at} (${mistake})`
  return `${who} (${mistake}, at ${stepInWords(board, because)})${at}`
}

/** `known` are at least the first few of `count` students. */
function students(board: BoardState, known: readonly string[], count: number): string {
  const named = known.slice(0, namedMost).map(id => board.students.get(id)?.name ?? 'somebody who left')
  const more = count - named.length
  if (more > 0) return `${named.join(', ')} and ${more} more`
  const last = named.pop() ?? 'nobody'
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`
}
