import type { BoardState, StudentCells } from '@/lib/client/board-state'
import type { BoardCell, BoardExercise, BoardStudent } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf, stepKey } from '@/lib/protocol/step-key'
import { releaseOf } from '../pacing/release'

/** Where a student is at work; `step` null: everything there is done. */
export interface Post {
  readonly version: string
  readonly step: string | null
}

/** Wrong answers with the same mistake from which a student counts as stuck; one wrong answer is part of learning. */
export const stuckFrom = 3

/** Whether nothing is left to do at a step, for this student. */
export function isDone(cell: BoardCell | undefined): boolean {
  if (!cell) return false
  const { state, excused } = cell
  return ['right', 'follows', 'answered', 'revealed'].includes(state) || excused === true
}

/** What is on the desks: the exercises that are, with the steps of each that are. */
export function onTheDesks(exercises: readonly BoardExercise[], pacing: BoardPacing): BoardExercise[] {
  return exercises.flatMap(exercise => {
    const { whole, withheld } = releaseOf(pacing, exercise)
    if (!whole) return []
    if (withheld.length === 0) return [exercise]
    return [{ ...exercise, steps: exercise.steps.filter(({ id }) => !withheld.includes(id)) }]
  })
}

/**
 * Where a student is: the step that is typed at, or to which the class was brought, or of the last answer; from a step that is
 * done the desk leads to the next one that is not. Null where nothing is on the desks. A page that only reads another
 * step does not say so.
 */
export function placeOf(
  student: BoardStudent,
  cells: StudentCells,
  released: readonly BoardExercise[],
  pacing: BoardPacing,
): Post | null {
  for (const { version, step, state } of cells.values()) {
    if (state === 'working' && find(released, { version, step })) return { version, step }
  }
  const { focus } = pacing
  if (focus && find(released, focus) && !isDone(cells.get(keyOf(focus)))) {
    return { version: focus.version, step: focus.step }
  }
  const last = student.at && find(released, student.at)
  const exercise = last?.exercise ?? released[0]
  if (!exercise) return null
  const { version, steps } = exercise
  const from = last?.index ?? 0
  const open = [...steps.slice(from), ...steps.slice(0, from)].find(
    ({ id }) => !isDone(cells.get(stepKey(version, id))),
  )
  return { version, step: open?.id ?? null }
}

function find(released: readonly BoardExercise[], at: StepAddress) {
  const exercise = released.find(({ version }) => version === at.version)
  const index = exercise?.steps.findIndex(({ id }) => id === at.step) ?? -1
  return exercise && index >= 0 ? { exercise, index } : null
}

/** A student and where the class has come to, as far as it concerns this student. */
export interface Whereabouts {
  readonly student: BoardStudent
  readonly cells: StudentCells
  readonly place: Post | null
  /** By version: how many steps are right, and whether the same mistake keeps the student at one of them. */
  readonly progress: ReadonlyMap<string, { readonly right: number; readonly stuck: boolean }>
}

export function whereaboutsOf(
  student: BoardStudent,
  cells: StudentCells,
  exercises: readonly BoardExercise[],
  released: readonly BoardExercise[],
  pacing: BoardPacing,
): Whereabouts {
  const progress = exercises.map(({ version, steps }) => {
    let [right, stuck] = [0, false]
    for (const { id } of steps) {
      const cell = cells.get(stepKey(version, id))
      if (cell?.state === 'right') right += 1
      else if (cell && !isDone(cell) && cell.alike >= stuckFrom) stuck = true
    }
    return [version, { right, stuck }] as const
  })
  return { student, cells, place: placeOf(student, cells, released, pacing), progress: new Map(progress) }
}

/** How the class stands with an exercise, or with one step of it. */
export interface Counts {
  /** Students who are at work there now. */
  readonly here: number
  /** Whole percent of the class's steps there that are right; null without students or steps. */
  readonly right: number | null
  readonly stuck: number
}

export function countsOf(everyone: readonly Whereabouts[], { version, steps }: BoardExercise): Counts {
  let [here, right, stuck] = [0, 0, 0]
  for (const { student, place, progress } of everyone) {
    const mine = progress.get(version)
    right += mine?.right ?? 0
    if (student.presence === 'gone') continue
    if (mine?.stuck) stuck += 1
    if (student.presence === 'here' && place?.version === version) here += 1
  }
  const all = everyone.length * steps.length
  return { here, right: all === 0 ? null : Math.round((100 * right) / all), stuck }
}

/** The same for each step of an exercise, by its id. */
export function stepCounts(
  everyone: readonly Whereabouts[],
  { version, steps }: BoardExercise,
): ReadonlyMap<string, Counts> {
  const here = new Map<string, number>()
  for (const { student, place } of everyone) {
    if (student.presence !== 'here' || place?.version !== version || place.step === null) continue
    here.set(place.step, (here.get(place.step) ?? 0) + 1)
  }
  return new Map(
    steps.map(({ id }) => {
      const key = stepKey(version, id)
      let [right, stuck] = [0, 0]
      for (const { student, cells } of everyone) {
        const cell = cells.get(key)
        if (!cell) continue
        if (cell.state === 'right') right += 1
        else if (student.presence !== 'gone' && !isDone(cell) && cell.alike >= stuckFrom) stuck += 1
      }
      const share = everyone.length === 0 ? null : Math.round((100 * right) / everyone.length)
      return [id, { here: here.get(id) ?? 0, right: share, stuck }] as const
    }),
  )
}

/**
 * The exercise at which the board opens: where the class was brought, else where most are at work, the earlier one of
 * two with as many. Without anybody it is the first on the desks.
 */
export function whereTheClassIs(board: BoardState, everyone: readonly Whereabouts[]): string | null {
  const { exercises, pacing } = board
  const known = (version: string | undefined) => exercises.some(one => one.version === version)
  if (pacing.focus && known(pacing.focus.version)) return pacing.focus.version
  const present = everyone.filter(({ student }) => student.presence !== 'gone')
  const counted = present.length > 0 ? present : everyone.filter(({ student }) => student.at !== undefined)
  const at = most(
    counted.flatMap(({ place }) => place?.version ?? []),
    exercises.map(({ version }) => version),
  )
  return at ?? (onTheDesks(exercises, pacing)[0] ?? exercises[0])?.version ?? null
}

/** The step of an exercise at which most of the class is at work, else its first that is on the desks. */
export function frontOf(
  board: BoardState,
  everyone: readonly Whereabouts[],
  exercise: BoardExercise,
): string | null {
  const { focus } = board.pacing
  if (focus?.version === exercise.version) return focus.step
  const here = everyone.filter(({ place }) => place?.version === exercise.version)
  const open = onTheDesks([exercise], board.pacing)[0] ?? exercise
  const steps = exercise.steps.map(({ id }) => id)
  const at = most(
    here.flatMap(({ place }) => place?.step ?? []),
    steps,
  )
  return at ?? open.steps[0]?.id ?? null
}

/** What stands most often among some; of several the first in an order. */
function most(some: readonly string[], order: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const one of some) counts.set(one, (counts.get(one) ?? 0) + 1)
  let best: string | null = null
  for (const one of order) {
    const count = counts.get(one) ?? 0
    if (count > 0 && count > (best === null ? 0 : (counts.get(best) ?? 0))) best = one
  }
  return best
}
