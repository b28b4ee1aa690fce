import type { WordsAnswer, WordsAnswers } from '@/lib/protocol/board-asks'
import { limits } from '@/lib/protocol/limits'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import { cellsById } from '../../db/submissions'
import { typedCells } from '../room/answered'
import type { Room } from '../room/room'

/** The latest answers of the class to one step with their texts. The order is that of time, which is not the order of names. */
export async function wordsAt(room: Room, on: StepAddress): Promise<WordsAnswers> {
  const latest = [...room.state.students.keys()]
    .flatMap(student => {
      const cell = room.cellAt(student, keyOf(on))
      return cell ? [{ student, id: cell.latest.of, at: cell.latest.at }] : []
    })
    .sort((a, b) => a.at - b.at)
  const answers = await Promise.all(
    latest.slice(0, limits.answersListed).map(async (one): Promise<WordsAnswer[]> => {
      const cells = (await cellsById(one.student, [one.id])).get(one.id)
      return cells === undefined ? [] : [{ ...one, cells: typedCells(cells) }]
    }),
  )
  return { answers: answers.flat(), more: Math.max(0, latest.length - limits.answersListed) }
}
