import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise, BoardStep, BoardStudent } from '@/lib/protocol/board'
import { stepKey } from '@/lib/protocol/step-key'

/** A mistake that several students make at one step right now. */
export interface SharedMistake {
  readonly version: string
  readonly step: BoardStep
  /** Ids of the mistakes that these students' latest answers do not tell apart; the first stands for all. */
  readonly mistakes: readonly [string, ...string[]]
  /** In the order of joining. */
  readonly students: readonly BoardStudent[]
}

/** The number of students from which a mistake counts as shared, and the most lines that are shown. */
const sharedFrom = 2
export const linesShown = 40

/**
 * The mistakes that students of an exercise share, those of most students first, then in the order of the steps. Mistakes that
 * give the same answers to the same students are one line: nothing is guessed ([G6]).
 */
export function sharedMistakes(board: BoardState, exercise: BoardExercise): SharedMistake[] {
  return exercise.steps.flatMap(step => atStep(board, exercise.version, step)).sort(byCount)
}

function atStep(board: BoardState, version: string, step: BoardStep): SharedMistake[] {
  const key = stepKey(version, step.id)
  const making = new Map<string, BoardStudent[]>()
  for (const student of board.students.values()) {
    for (const mistake of board.cells.get(student.id)?.get(key)?.mistakes ?? []) {
      const others = making.get(mistake)
      if (others) others.push(student)
      else making.set(mistake, [student])
    }
  }
  const lines = new Map<string, { ids: [string, ...string[]]; students: BoardStudent[] }>()
  for (const [mistake, students] of making) {
    if (students.length < sharedFrom) continue
    const who = students.map(({ id }) => id).join(' ')
    const line = lines.get(who)
    if (line) line.ids.push(mistake)
    else lines.set(who, { ids: [mistake], students })
  }
  return [...lines.values()].map(({ ids, students }) => ({ version, step, mistakes: ids, students }))
}

/** The sort is stable, so that lines with equal counts stay in the order of the steps. */
function byCount(a: SharedMistake, b: SharedMistake): number {
  return b.students.length - a.students.length
}

export function mistakeKey({ version, step, mistakes }: SharedMistake): string {
  return `${stepKey(version, step.id)} ${mistakes[0]}`
}

/** The names of the mistakes; several are joined by "or". */
export function inWords(mistakes: readonly string[], words: ReadonlyMap<string, string>): string {
  return mistakes
    .map((id, at) => {
      const said = words.get(id) ?? id
      return at === 0 ? said : said.slice(0, 1).toLowerCase() + said.slice(1)
    })
    .join(', or ')
}
