import type { WordsAnswer, WordsAnswers } from '@/lib/protocol/board-asks'
import { limits } from '@/lib/protocol/limits'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import { cellsById } from '../../db/submissions'
import { typedCells } from '../room/answered'
import type { Room } from '../room/room'
import { listedOf } from './listed'

/** The latest answers of the class to one step with their texts. The order is that of time, which is not the order of names. */
export async function wordsAt(room: Room, on: StepAddress): Promise<WordsAnswers> {
  const latest = [...room.state.students.keys()].flatMap(student => {
    const cell = room.cellAt(student, keyOf(on))
    return cell ? [{ student, id: cell.latest.of, at: cell.latest.at, marked: cell.override !== null }] : []
  })
  const answers = await Promise.all(
    listedOf(latest, limits.answersListed).map(async ({ student, id, at }): Promise<WordsAnswer[]> => {
      const cells = (await cellsById(student, [id])).get(id)
      return cells === undefined ? [] : [{ student, id, at, cells: typedCells(cells) }]
    }),
  )
  return { answers: answers.flat(), more: Math.max(0, latest.length - limits.answersListed) }
}
