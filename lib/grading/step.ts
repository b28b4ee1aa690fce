import type { Scalar } from '@/lib/exact/atoms'
import { withinBudget } from '@/lib/exact/budget'
import { entryOf, type Shape, sameShape, sizeOf, type Tensor } from '@/lib/exact/tensor'
import type { FindStep, KeyStep } from '@/lib/exercise'
import type { CellRead } from '@/lib/language/answer/cell'
import { readShape } from '@/lib/language/answer/shape'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { gradeCell, type ReadCell } from './cell'
import { readChoice } from './find'
import type { GradedCell, GradedStep } from './graded-step'
import { isRead, type Scratch } from './scratch'
import { countMessages, findMessage, rightMessage, unreadMessages, wrongMessage } from './wording'

/**
 * The verdict on a step by itself, on the true values, from its cells as typed (row-major), and the cells as they were
 * read. A pure function of the two ([G10]); bounded, because reading and comparing are ([G13]).
 */
export function gradeAlone(
  step: Exclude<KeyStep, { kind: 'formula' }>,
  cells: readonly string[],
  scratch: Scratch,
): Alone {
  if (step.kind === 'shape') return { verdict: gradeShape(step.answer, cells), typed: [] }
  if (step.kind === 'find') return { verdict: gradeFind(step, cells), typed: [] }
  return gradeTensor(step.answer, step.rounded, cells, scratch)
}

export interface Alone {
  readonly verdict: GradedStep
  /** What each cell holds, where the step was graded cell by cell. */
  readonly typed: readonly ReadCell[]
}

function gradeTensor(
  answer: Tensor<Scalar>,
  rounded: number | null,
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
  const judged = typed.map((cell, at) => judge(cell, entryOf(answer, at), rounded, scratch))
  const unchecked = unreadCells(judged)
  if (unchecked) return { verdict: unreadable(shape, unchecked), typed: [] }
  const verdicts = judged.filter(isRead).map(({ cell }) => cell)
  return { verdict: joined(shape, rounded, verdicts, typed), typed }
}

type Judged =
  | { readonly ok: true; readonly cell: GradedCell }
  | { readonly ok: false; readonly message: Message }

/** [G2] A cell that takes too much work to compare is not judged. */
function judge(typed: ReadCell, exact: Scalar, rounded: number | null, scratch: Scratch): Judged {
  const done = withinBudget(() => gradeCell(typed, exact, rounded, () => scratch.comparing()))
  if (done.ok) return { ok: true, cell: done.value }
  return { ok: false, message: message('answer.too-big', { reason: done.reason }) }
}

function joined(
  shape: Shape,
  rounded: number | null,
  verdicts: GradedCell[],
  typed: readonly ReadCell[],
): GradedStep {
  const wrong = placesOf(verdicts, cell => cell.verdict === 'wrong')
  if (wrong.length === 0) {
    const onlyRounded = verdicts.some(cell => cell.reason === 'rounded')
    return { verdict: 'right', cells: verdicts, mistakes: [], sentences: [rightMessage(shape, onlyRounded)] }
  }
  // The hint comes with every wrong decimal, so it does not tell a rounded right value from a plainly wrong one.
  const hinted = rounded === null && wrong.some(at => typed[at]?.usesDecimal)
  const sentences = [wrongMessage(shape, wrong), ...(hinted ? [message('verdict.exact-only')] : [])]
  return { verdict: 'wrong', cells: verdicts, mistakes: [], sentences }
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
    sentences: [verdict === 'right' ? rightMessage([], false) : wrongMessage([], [0])],
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
