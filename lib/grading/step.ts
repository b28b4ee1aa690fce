import { isElement, type Scalar } from '@/lib/exact/atoms'
import { withinBudget } from '@/lib/exact/budget'
import { entryOf, type Shape, sameShape, sizeOf, type Tensor } from '@/lib/exact/tensor'
import { type Acceptance, type FindStep, type KeyStep, roundsToFigures } from '@/lib/exercise'
import type { CellRead } from '@/lib/language/answer/cell'
import { readShape } from '@/lib/language/answer/shape'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { gradeCell, loosest, type ReadCell } from './cell'
import { readChoice } from './find'
import type { GradedCell, GradedStep } from './graded-step'
import { isRead, type Scratch } from './scratch'
import { countMessages, findMessage, rightMessage, unreadMessages, wrongMessage } from './wording'

/**
 * The verdict on a step by itself, on the true values, from its cells as typed (row-major), and the cells as they were
 * read. A pure function of the two ([G10]); bounded, because reading and comparing are ([G13]).
 */
export function gradeAlone(
  step: Exclude<KeyStep, { kind: 'formula' | 'choice' | 'text' }>,
  cells: readonly string[],
  scratch: Scratch,
): Alone {
  if (step.kind === 'shape') return { verdict: gradeShape(step.answer, cells), typed: [] }
  if (step.kind === 'find') return { verdict: gradeFind(step, cells), typed: [] }
  return gradeTensor(step.answer, step.acceptance, cells, scratch)
}

export interface Alone {
  readonly verdict: GradedStep
  /** What each cell holds, where the step was graded cell by cell. */
  readonly typed: readonly ReadCell[]
}

function gradeTensor(
  answer: Tensor<Scalar>,
  acceptance: Acceptance | null,
  cells: readonly string[],
  scratch: Scratch,
): Alone {
  const { shape } = answer
  if (cells.length !== sizeOf(shape)) {
    return { verdict: invalid(shape, countMessages(shape, cells.length)), typed: [] }
  }
  const read = cells.map(text => scratch.read(text))
  const unread = unreadCells(read)
  if (unread) return { verdict: unreadable(shape, unread), typed: [] }
  const typed = read.filter(isRead)
  const judged = typed.map((cell, at) => judge(cell, entryOf(answer, at), acceptance, scratch))
  const unchecked = unreadCells(judged)
  if (unchecked) return { verdict: unreadable(shape, unchecked), typed: [] }
  const verdicts = judged.filter(isRead).map(({ cell }) => cell)
  const hint = (wrong: readonly number[]) =>
    roundedHint(acceptance, () => wrong.some(at => isRoundingOf(typed[at], entryOf(answer, at), scratch)))
  return { verdict: joined(answer, verdicts, hint), typed }
}

type Judged =
  | { readonly ok: true; readonly cell: GradedCell }
  | { readonly ok: false; readonly message: Message }

/** [G2] A cell that takes too much work to compare is not judged. */
function judge(typed: ReadCell, exact: Scalar, acceptance: Acceptance | null, scratch: Scratch): Judged {
  const done = withinBudget(() => gradeCell(typed, exact, acceptance, () => scratch.comparing()))
  if (done.ok) return { ok: true, cell: done.value }
  return { ok: false, message: message('answer.too-big', { reason: done.reason }) }
}

function joined(
  { shape }: Tensor<Scalar>,
  verdicts: GradedCell[],
  hint: (wrong: readonly number[]) => Message | null,
): GradedStep {
  const wrong = placesOf(verdicts, cell => cell.verdict === 'wrong')
  if (wrong.length === 0) {
    return {
      verdict: 'right',
      cells: verdicts,
      mistakes: [],
      sentences: [rightMessage(shape, loosest(verdicts))],
    }
  }
  const more = hint(wrong)
  const sentences = [wrongMessage(shape, wrong), ...(more === null ? [] : [more])]
  return { verdict: 'wrong', cells: verdicts, mistakes: [], sentences }
}

/**
 * [G2] What is said where a wrong cell is a rounding of the right value. One of a single figure may be that by chance, and is not
 * told.
 */
function roundedHint(acceptance: Acceptance | null, isRounding: () => boolean): Message | null {
  if (acceptance?.kind === 'rounded' || acceptance?.kind === 'figures' || !isRounding()) return null
  return message(acceptance?.kind === 'within' ? 'verdict.not-near-enough' : 'verdict.exact-only')
}

/** Whether it has two significant figures or more, and rounds to them. A whole number near another is not taken for rounded. */
function isRoundingOf(typed: ReadCell | undefined, exact: Scalar, scratch: Scratch): boolean {
  if (typed === undefined || typed.places === null) return false
  const isWhole = !isElement(exact) && exact.d === 1n
  if (isWhole && !typed.usesDecimal) return false
  const done = withinBudget(() => roundsToFigures(typed, exact, 2, () => scratch.comparing()))
  return done.ok && done.value
}

/** A `shape` step is one cell; two shapes are equal when all their lengths are. */
function gradeShape(answer: Shape, cells: readonly string[]): GradedStep {
  const [typed] = cells
  if (typed === undefined || cells.length !== 1) return invalid([], countMessages([], cells.length))
  const read = readShape(typed)
  if (!read.ok) return unreadable([], new Map([[0, read.message]]))
  const verdict = sameShape(read.shape, answer) ? 'right' : 'wrong'
  return {
    verdict,
    cells: [{ verdict, reason: 'rational', message: null }],
    mistakes: [],
    sentences: [verdict === 'right' ? rightMessage([], null) : wrongMessage([], [0])],
  }
}

/** A `find` step is one cell, which holds one of what can be chosen. */
function gradeFind(step: FindStep, cells: readonly string[]): GradedStep {
  const [typed] = cells
  if (typed === undefined || cells.length !== 1) return invalid([], countMessages([], cells.length))
  const read = readChoice(step, typed)
  if (!read.ok) return unreadable([], new Map([[0, read.message]]))
  const verdict = step.accepted.includes(read.choice) ? 'right' : 'wrong'
  return {
    verdict,
    cells: [{ verdict, reason: 'rational', message: null }],
    mistakes: [],
    sentences: [findMessage(step.asks, verdict === 'right')],
  }
}

function placesOf<T>(items: readonly T[], holds: (item: T) => boolean): number[] {
  return items.flatMap((item, at) => (holds(item) ? [at] : []))
}

/** Messages of the cells that cannot be read, by their places; null where all can. */
function unreadCells(typed: readonly (CellRead | Judged)[]): Map<number, Message> | null {
  const messages = new Map<number, Message>()
  for (const [at, cell] of typed.entries()) {
    if (!cell.ok) messages.set(at, cell.message)
  }
  return messages.size === 0 ? null : messages
}

/** [G2]: one cell that cannot be read makes the step invalid; the others are not judged. */
export function unreadable(shape: Shape, messages: ReadonlyMap<number, Message>): GradedStep {
  const places = [...messages.keys()]
  const [first] = messages.values()
  return invalid(shape, first === undefined ? [] : unreadMessages(shape, places, first), messages)
}

/** A step that was not graded: no cell is judged, `messages` stand at the cells to mend. */
export function invalid(
  shape: Shape,
  sentences: readonly Message[],
  messages: ReadonlyMap<number, Message> = new Map(),
): GradedStep {
  const cells = Array.from(
    { length: sizeOf(shape) },
    (_, at): GradedCell => ({ verdict: 'invalid', reason: null, message: messages.get(at) ?? null }),
  )
  return { verdict: 'invalid', cells, mistakes: [], sentences }
}
