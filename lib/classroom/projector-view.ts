import type { BoardStep } from '@/lib/protocol/board'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type {
  ClassStanding,
  ProjectedGrid,
  ProjectedScene,
  ProjectorView,
  Scene,
} from '@/lib/protocol/projector'
import type { RunningSection } from '@/lib/protocol/section'
import type { SolutionLine } from '@/lib/protocol/solution'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf, type StepKey, stepKey } from '@/lib/protocol/step-key'
import { nameOfStep } from '@/lib/protocol/step-name'
import type { Speaker } from '@/lib/words/argument'
import { boardCell, boardExercise } from './board-view'
import type { LockedView } from './open-part'
import { isHeld } from './pacing'
import { percentOf, projectedPoll } from './projected-poll'
import { pseudonym } from './pseudonyms'
import type { ClassState, Student } from './state'
import type { AnsweredText } from './step-record'
import { nobodysDesk } from './student-desk'

/** The view of the room's wall. Every field is named here. A student is only a flower and what was typed. */

/** More rows could not be read from the back of a room. */
const rowsMost = 120

/** What a scene needs that is not in the class's state. */
export interface Material {
  /** The exercise that the scene is about, as the class has it. */
  readonly part: LockedView | null
  /** The exercise whose step has a countdown, which may be another one. */
  readonly timed?: LockedView | null
  /** The answers picked, in their order. */
  readonly answers: readonly { readonly student: string; readonly answer: AnsweredText }[]
  /** All lines of the worked solution. */
  readonly lines: readonly SolutionLine[]
}

export interface ProjectedClass {
  readonly title: string
  /** Null where it lets nobody in any more. */
  readonly code: string | null
  /** The class's own order of the flowers. */
  readonly flowers: readonly string[]
  /** The picture that the projector has already, by `pictureKey`. */
  readonly pictured: string | null
  /** Makes the sentences that the wall shows. */
  readonly say: Speaker
}

/** `now` in Unix milliseconds. */
export function projectorView(
  state: ClassState,
  { title, code, flowers, pictured, say }: ProjectedClass,
  material: Material,
  now: number,
): ProjectorView {
  const { pacing, showing } = state
  const exercise = material.part && shownExercise(material.part, state, say)
  const scene = sceneOf(state, material, exercise, flowers, pictured)
  const asksGrid = scene.what === 'grid' || (showing.people === 'beside' && scene.what !== 'join')
  const students = [...state.students.values()]
  const { timer } = pacing
  return {
    title,
    code,
    exercise: scene.what === 'join' ? null : (material.part?.view.title ?? null),
    here: showing.people === 'hidden' ? null : students.filter(({ presence }) => presence !== 'gone').length,
    paused: pacing.paused,
    countdown: timer && {
      remainingMs: Math.max(0, timer.endsAt - now),
      on: timer.step && timedName(timer.step, material, state, say),
    },
    scene,
    grid: asksGrid && exercise && showing.people !== 'hidden' ? gridOf(state, exercise, flowers) : null,
  }
}

/** The part of the exercise that everybody may see, because students who have not come as far read the wall too. */
function shownExercise(
  part: LockedView,
  { pacing }: ClassState,
  say: ProjectedClass['say'],
): PublicExercise | null {
  return nobodysDesk(pacing, [part], say).exercises()[0] ?? null
}

/** Says whether a projector has this picture: the same version with the same steps. */
export function pictureKey({ version, flow }: PublicExercise): string {
  return [version, ...flow.flatMap(part => (part.type === 'step' ? [part.step.id] : []))].join('\n')
}

function sceneOf(
  state: ClassState,
  { part, answers, lines }: Material,
  exercise: PublicExercise | null,
  flowers: readonly string[],
  pictured: string | null,
): ProjectedScene {
  const { scene, people } = state.showing
  if (scene.what === 'section') return sectionScene(scene, state.pacing.section)
  if (scene.what === 'poll') return { what: 'poll', poll: part && projectedPoll(state, part) }
  if (scene.what === 'join' || part === null) return { what: 'join' }
  if (scene.what === 'network') {
    if (!exercise) return { what: 'join' }
    const standings = stepsOf(exercise).map(({ id }) =>
      standingAt(state, { version: exercise.version, step: id }),
    )
    const percent = people === 'hidden'
    return {
      what: 'network',
      version: scene.version,
      ...(pictureKey(exercise) !== pictured && { exercise }),
      standings: percent ? standings.map(inPercent) : standings,
      percent,
    }
  }
  if (scene.what === 'grid') return { what: 'grid' }
  const step = boardExercise(part.view, false).steps.find(({ id }) => id === scene.step)
  if (!step) return { what: 'join' }
  if (scene.what === 'solution') {
    const shared = scene.seed === null
    return { what: 'solution', step, lines: lines.slice(0, scene.lines), of: lines.length, shared }
  }
  return {
    what: 'answers',
    step,
    answers: answers.flatMap(({ student, answer }) => {
      const known = state.students.get(student)
      return known ? [projectedAnswer(pseudonym(flowers, known.seed), answer, scene.marks)] : []
    }),
  }
}

/** A section that is read no more leaves the wall. */
function sectionScene(
  { slug, part }: Extract<Scene, { what: 'section' }>,
  section: RunningSection | null,
): ProjectedScene {
  return section?.slug === slug ? { what: 'section', ...section, part } : { what: 'join' }
}

/** The exercise that is shown: of a poll the one that it asks about; null where there is none. */
export function versionShown({ showing: { scene }, talk: { poll } }: ClassState): string | null {
  if (scene.what === 'join' || scene.what === 'section') return null
  return scene.what === 'poll' ? (poll?.on.version ?? null) : scene.version
}

function projectedAnswer(flower: string, { cells, result }: AnsweredText, marks: boolean) {
  const verdicts = { whole: result.verdict, cells: result.cells.map(({ verdict }) => verdict) }
  return { flower, cells, verdicts: marks ? verdicts : null }
}

function gridOf(state: ClassState, exercise: PublicExercise, flowers: readonly string[]): ProjectedGrid {
  const steps = stepsOf(exercise)
  const rows = [...state.students.values()]
    .map(student => ({
      flower: pseudonym(flowers, student.seed),
      cells: steps.map(({ id }) => stateAt(state, student, stepKey(exercise.version, id))),
    }))
    // Sorted by flower, because the order of joining or of names would tell who is who.
    .sort((a, b) => (a.flower < b.flower ? -1 : 1))
  return {
    steps,
    rows: rows.slice(0, rowsMost),
    more: Math.max(0, rows.length - rowsMost),
    standings: steps.map(({ id }) => standingAt(state, { version: exercise.version, step: id })),
    held: steps.flatMap(({ id }) => (isHeld(state.pacing, stepKey(exercise.version, id)) ? [id] : [])),
  }
}

function stateAt(state: ClassState, student: Student, key: StepKey) {
  const { state: is, wrong } = boardCell(state, student, key)
  // The wall tells nothing that a desk is not told, because students soon find out their own flower.
  const answered = is === 'right' || is === 'follows' || is === 'wrong' || is === 'answered'
  return answered && isHeld(state.pacing, key)
    ? { state: 'working' as const, wrong: 0 }
    : { state: is, wrong }
}

export function standingAt(state: ClassState, on: StepAddress): ClassStanding {
  const counted = { right: 0, follows: 0, answered: 0, wrong: 0, working: 0, revealed: 0 }
  for (const student of state.students.values()) {
    const is = stateAt(state, student, keyOf(on)).state
    if (is !== 'untouched') counted[is] += 1
  }
  return { step: on.step, ...counted, of: state.students.size }
}

function inPercent({ step, of, ...counted }: ClassStanding): ClassStanding {
  const share = (count: number) => percentOf(count, of)
  const { right, follows, answered, wrong, working, revealed } = counted
  return {
    step,
    right: share(right),
    follows: share(follows),
    answered: share(answered),
    wrong: share(wrong),
    working: share(working),
    revealed: share(revealed),
    of: 100,
  }
}

function stepsOf(exercise: PublicExercise): BoardStep[] {
  return boardExercise(exercise, false).steps
}

/** What a step is called that has a countdown, whatever the scene is; null where not everybody may see it. */
function timedName(key: StepKey, { part, timed }: Material, state: ClassState, say: Speaker): string | null {
  const of = timed ?? part
  const exercise = of && shownExercise(of, state, say)
  const step = exercise && stepsOf(exercise).find(({ id }) => stepKey(exercise.version, id) === key)
  return step ? nameOfStep(step) : null
}
