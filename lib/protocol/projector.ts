import * as z from 'zod/mini'
import { Choice, PublicExercise, PublicStep, Question, StepFamily } from './exercise'
import { Id } from './ids'
import { PollPhase, ShownVotes } from './poll'
import { PartOfSection, SectionSlug } from './section'
import { SolutionLine } from './solution'
import { StepAddress } from './step-address'
import { CellState } from './step-state'
import { Verdict } from './verdict'

/** One answer of one student, as a board names it. */
export const PickedAnswer = z.strictObject({ student: Id, id: Id })
export type PickedAnswer = z.infer<typeof PickedAnswer>

/** A seed whose numbers a teacher may look at. */
const Seed = z.number().check(z.int(), z.minimum(1), z.maximum(1_000_000))
const LineCount = z.number().check(z.int(), z.minimum(0), z.maximum(1000))

/** What the teacher put on the projector. */
export const Scene = z.discriminatedUnion('what', [
  /** How to join. */
  z.strictObject({ what: z.literal('join') }),
  /** The class on the network's picture. */
  z.strictObject({ what: z.literal('network'), version: Id }),
  /** The class grid, with flowers for names. */
  z.strictObject({ what: z.literal('grid'), version: Id }),
  /** Answers to one step as they were typed, side by side; `marks`: with the verdict of every cell. */
  z.strictObject({
    what: z.literal('answers'),
    ...StepAddress.shape,
    picks: z.array(PickedAnswer).check(z.minLength(1), z.maxLength(2)),
    marks: z.boolean(),
  }),
  /** The first `lines` lines of a step's worked solution; `seed` null: with the numbers that the class shares. */
  z.strictObject({
    what: z.literal('solution'),
    ...StepAddress.shape,
    seed: z.nullable(Seed),
    lines: LineCount,
  }),
  /** The last poll, as far as it is. */
  z.strictObject({ what: z.literal('poll') }),
  /** One part of the section that the class reads; the page asks for its text. */
  z.strictObject({ what: z.literal('section'), slug: SectionSlug, part: PartOfSection }),
])
export type Scene = z.infer<typeof Scene>

/** How much of the class is to be seen: nobody, how many there are, or the class grid beside what is shown. */
export const People = z.enum(['hidden', 'count', 'beside'])
export type People = z.infer<typeof People>

/** What the projector shows, as the boards of the class know it. */
export const Showing = z.strictObject({ scene: Scene, people: People })
export type Showing = z.infer<typeof Showing>

/** Changes what the projector shows; what is left out stays. */
export const ShowCommand = z.strictObject({ scene: z.optional(Scene), people: z.optional(People) })
export type ShowCommand = z.infer<typeof ShowCommand>

/** Asks for all lines of a worked solution, for the teacher alone. */
export const AskWorked = z.strictObject({ ...StepAddress.shape, seed: z.nullable(Seed) })
export type AskWorked = z.infer<typeof AskWorked>

/** Asks for the public view of an exercise, for its picture. */
export const AskExercise = z.strictObject({ version: Id })

/**
 * How the class stands with a step: numbers of students, or percent where the head count is hidden. The rest of `of` has not
 * begun.
 */
export const ClassStanding = z.strictObject({
  step: z.string(),
  right: z.number(),
  follows: z.number(),
  /** In words that wait to be marked. */
  answered: z.number(),
  wrong: z.number(),
  working: z.number(),
  revealed: z.number(),
  of: z.number(),
})
export type ClassStanding = z.infer<typeof ClassStanding>

const StepHead = z.strictObject({
  id: z.string(),
  mathml: z.string(),
  title: z.string(),
  name: z.optional(z.string()),
  family: z.optional(StepFamily),
  shape: z.array(z.number()),
  choices: z.optional(z.array(Choice)),
  question: z.optional(Question),
})

const GridCell = z.strictObject({
  state: CellState,
  wrong: z.number(),
})

export const ProjectedGrid = z.strictObject({
  steps: z.array(StepHead),
  /** The rows in the order of the flowers; a large class is cut. */
  rows: z.array(z.strictObject({ flower: z.string(), cells: z.array(GridCell) })),
  more: z.number(),
  standings: z.array(ClassStanding),
  /** Ids of the steps whose verdicts are held back: what was answered counts as work there. */
  held: z.array(z.string()),
})
export type ProjectedGrid = z.infer<typeof ProjectedGrid>

export const ProjectedAnswer = z.strictObject({
  flower: z.string(),
  cells: z.array(z.string()),
  /** The verdict on the whole and on each cell; null while they are not shown. */
  verdicts: z.nullable(z.strictObject({ whole: Verdict, cells: z.array(Verdict) })),
})
export type ProjectedAnswer = z.infer<typeof ProjectedAnswer>

/** A poll on the wall. It tells how many voted, and what for only once the class may see it. */
export const ProjectedPoll = z.strictObject({
  step: PublicStep,
  /** The nodes whose entries have no values: numbers in the options may name them. */
  symbols: z.array(z.strictObject({ name: z.string(), shape: z.array(z.number()) })),
  question: z.string(),
  options: z.array(z.strictObject({ cells: z.array(z.string()) })),
  phase: PollPhase,
  /** Students who voted in the vote of now, or in the last one, and how many could; percent where the head count is hidden. */
  voted: z.number(),
  of: z.number(),
  percent: z.boolean(),
  votes: z.nullable(ShownVotes),
  /** The place of the right option, or the number of options for none of them; null until that is shown. */
  right: z.nullable(z.number()),
})
export type ProjectedPoll = z.infer<typeof ProjectedPoll>

export const ProjectedScene = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('join') }),
  z.strictObject({
    what: z.literal('network'),
    version: z.string(),
    /** The exercise with the steps that are on the desks; left out where this projector has it already. */
    exercise: z.optional(PublicExercise),
    standings: z.array(ClassStanding),
    percent: z.boolean(),
  }),
  z.strictObject({ what: z.literal('grid') }),
  z.strictObject({ what: z.literal('answers'), step: StepHead, answers: z.array(ProjectedAnswer) }),
  z.strictObject({
    what: z.literal('solution'),
    step: StepHead,
    lines: z.array(SolutionLine),
    of: z.number(),
    /** Whether the numbers are those that the class shares. */
    shared: z.boolean(),
  }),
  /** Null where no question is on the desks. */
  z.strictObject({ what: z.literal('poll'), poll: z.nullable(ProjectedPoll) }),
  z.strictObject({ what: z.literal('section'), slug: z.string(), title: z.string(), part: z.number() }),
])
export type ProjectedScene = z.infer<typeof ProjectedScene>

/** All that the projector shows; every message replaces the one before. */
export const ProjectorView = z.strictObject({
  title: z.string(),
  /** The class's code; null where it lets nobody in. */
  code: z.nullable(z.string()),
  /** The title of the exercise that is shown, or null. */
  exercise: z.nullable(z.string()),
  /** Students who are here; null where the head count is hidden. */
  here: z.nullable(z.number()),
  paused: z.boolean(),
  /** The countdown; `on` is the name of the step as marked text, where it is for one step. */
  countdown: z.nullable(z.strictObject({ remainingMs: z.number(), on: z.nullable(z.string()) })),
  scene: ProjectedScene,
  /** The class grid, alone or beside the scene; null where it is not shown. */
  grid: z.nullable(ProjectedGrid),
})
export type ProjectorView = z.infer<typeof ProjectorView>
