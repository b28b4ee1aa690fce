import { readShape } from '@/lib/exact/answer/shape'
import type { Rational } from '@/lib/exact/rational'
import { entryOf, type Shape, sameShape, sizeOf, type Tensor } from '@/lib/exact/tensor'
import type { KeyStep } from '@/lib/exercise'
import type { CellVerdict, StepVerdict } from '@/lib/protocol/verdict'
import { gradeCell, type RationalRead, readRational } from './cell'
import { countMessage, exactHint, rightMessage, unreadMessage, wrongMessage } from './wording'

/**
 * The verdict on a step by itself, on the true values, from its cells as typed (row-major). A pure function of the two
 * ([G10]); bounded, because reading is ([G13]).
 */
export function gradeAlone(step: KeyStep, cells: readonly string[]): StepVerdict {
  if (step.kind === 'shape') return gradeShape(step.answer, cells)
  return gradeTensor(step.answer, step.rounded, cells)
}

function gradeTensor(
  answer: Tensor<Rational>,
  rounded: number | null,
  cells: readonly string[],
): StepVerdict {
  const { shape } = answer
  if (cells.length !== sizeOf(shape)) return invalid(shape, countMessage(shape, cells.length))
  const typed = cells.map(readRational)
  const unread = unreadCells(typed)
  if (unread) return unreadable(shape, unread)
  const readable = typed.filter(isRead)
  const verdicts = readable.map((cell, at) => gradeCell(cell, entryOf(answer, at), rounded))
  const wrong = placesOf(verdicts, cell => cell.verdict === 'wrong')
  if (wrong.length === 0) {
    const onlyRounded = verdicts.some(cell => cell.reason === 'rounded')
    return { verdict: 'right', cells: verdicts, mistakes: [], message: rightMessage(shape, onlyRounded) }
  }
  // The hint comes with every wrong decimal, so it does not tell a rounded right value from a plainly wrong one.
  const hint = rounded === null && wrong.some(at => readable[at]?.usesDecimal) ? ` ${exactHint}` : ''
  return { verdict: 'wrong', cells: verdicts, mistakes: [], message: wrongMessage(shape, wrong) + hint }
}

/** A `shape` step is one cell; two shapes are equal when all their lengths are. */
function gradeShape(answer: Shape, cells: readonly string[]): StepVerdict {
  const [typed] = cells
  if (typed === undefined || cells.length !== 1) return invalid([], countMessage([], cells.length))
  const read = readShape(typed)
  if (!read.ok) return unreadable([], new Map([[0, read.message]]))
  const verdict = sameShape(read.shape, answer) ? 'right' : 'wrong'
  return {
    verdict,
    cells: [{ verdict, reason: 'rational', message: null }],
    mistakes: [],
    message: verdict === 'right' ? rightMessage([], false) : wrongMessage([], [0]),
  }
}

function isRead(cell: RationalRead): cell is Extract<RationalRead, { ok: true }> {
  return cell.ok
}

function placesOf<T>(items: readonly T[], holds: (item: T) => boolean): number[] {
  return items.flatMap((item, at) => (holds(item) ? [at] : []))
}

/** Messages of the cells that cannot be read, by their places; null where all can. */
function unreadCells(typed: readonly RationalRead[]): Map<number, string> | null {
  const messages = new Map<number, string>()
  for (const [at, cell] of typed.entries()) if (!cell.ok) messages.set(at, cell.message)
  return messages.size === 0 ? null : messages
}

/** [G2]: one cell that cannot be read makes the step invalid; the others are not judged. */
function unreadable(shape: Shape, messages: ReadonlyMap<number, string>): StepVerdict {
  const places = [...messages.keys()]
  const [first = ''] = messages.values()
  return invalid(shape, unreadMessage(shape, places, first), messages)
}

/** A step that was not graded: no cell is judged, `messages` stand at the cells to mend. */
export function invalid(
  shape: Shape,
  message: string,
  messages: ReadonlyMap<number, string> = new Map(),
): StepVerdict {
  const cells = Array.from(
    { length: sizeOf(shape) },
    (_, at): CellVerdict => ({ verdict: 'invalid', reason: null, message: messages.get(at) ?? null }),
  )
  return { verdict: 'invalid', cells, mistakes: [], message }
}
