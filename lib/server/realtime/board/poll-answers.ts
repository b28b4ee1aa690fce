import { foldedCells } from '@/lib/classroom/poll'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { defaultSeed } from '@/lib/exercise/limits'
import type { PollOption } from '@/lib/grading'
import { limits } from '@/lib/protocol/limits'
import type { WrongAnswer } from '@/lib/protocol/poll'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { wrongAnswersTo } from '../../db/wrong-answers'
import type { Room } from '../room/room'
import { NotPrepared } from '../room/shelf'

/** Different texts that are held against each other: several times those that are listed. */
const typedMost = 3 * limits.wrongAnswersListed

/** A wrong answer of the class with every way in which it was typed. */
export interface Given extends WrongAnswer {
  readonly spellings: readonly (readonly string[])[]
}

/** Whether it was typed like this by somebody. */
export function isSpelled({ spellings }: Given, cells: readonly string[]): boolean {
  const folded = JSON.stringify(foldedCells(cells))
  return spellings.some(spelling => JSON.stringify(spelling) === folded)
}

/** The answers of which a poll about a step can be made, as a board is told. */
export async function offeredAnswers(
  room: Room,
  on: StepAddress,
): Promise<OrRefused<{ answers: WrongAnswer[]; whyNot: Message | null }>> {
  const found = await wrongAnswers(room, on)
  if (!found.ok) return found
  return { ...found, answers: found.answers.map(({ spellings: _, ...answer }) => answer) }
}

/**
 * The wrong answers to a step, as graded now, of students who are in the class, equal values once; the most common first. Where
 * everyone has numbers of their own, answers cannot be compared, and there is no poll.
 */
export async function wrongAnswers(
  room: Room,
  on: StepAddress,
): Promise<OrRefused<{ answers: Given[]; whyNot: Message | null }>> {
  const prepared = room.exercise(on.version)
  if (!prepared || !room.hasStep(on)) {
    return refused('closed', message('board.step-not-worked-on'))
  }
  if (prepared.draws && room.state.pacing.ownNumbers) {
    return { ok: true, answers: [], whyNot: message('poll.own-numbers') }
  }
  const rows = await wrongAnswersTo(room.record.id, on, defaultSeed)
  const groups = new Map<string, { cells: string[]; students: Set<string>; mistakes: Set<string> }>()
  for (const { studentId, cells: typed, mistakes } of rows) {
    if (!room.state.students.has(studentId) || isLarge(typed)) continue
    const cells = foldedCells(typed)
    const text = JSON.stringify(cells)
    const group = groups.get(text) ?? { cells, students: new Set(), mistakes: new Set() }
    groups.set(text, group)
    group.students.add(studentId)
    for (const mistake of mistakes) group.mistakes.add(mistake)
  }
  const typed = [...groups.values()].sort((a, b) => b.students.size - a.students.size).slice(0, typedMost)
  const merged = await optionsOf(
    room,
    on,
    typed.map(({ cells }) => cells),
    false,
  )
  if (!merged.ok) return merged
  const answers = merged.options
    .map(({ from }): Given => {
      const same = from.flatMap(at => typed[at] ?? [])
      return {
        cells: same[0]?.cells ?? [],
        students: new Set(same.flatMap(({ students }) => [...students])).size,
        mistakes: [...new Set(same.flatMap(({ mistakes }) => [...mistakes]))],
        spellings: same.map(({ cells }) => cells),
      }
    })
    .sort((a, b) => b.students - a.students)
    .slice(0, limits.wrongAnswersListed)
  return { ok: true, answers, whyNot: null }
}

/** Whether an answer is so large that nobody can compare four of them at a glance. */
function isLarge(cells: readonly string[]): boolean {
  return cells.length > limits.pollCells || cells.some(cell => cell.length > limits.pollOptionChars)
}

/** Wrong answers, as typed, as the engine offers them. */
export async function optionsOf(
  room: Room,
  on: StepAddress,
  answers: readonly (readonly string[])[],
  right: boolean,
): Promise<OrRefused<{ options: readonly PollOption[] }>> {
  const prepared = room.exercise(on.version)
  try {
    const options = prepared && (await room.shelf.options(prepared, on.step, answers, right))
    return options ? { ok: true, options } : refused('closed', message('board.step-not-worked-on'))
  } catch (error) {
    if (!(error instanceof NotPrepared)) throw error
    return refused('busy', message('poll.not-ready'), 2000)
  }
}
