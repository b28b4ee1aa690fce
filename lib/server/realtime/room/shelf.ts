import type { LockedView } from '@/lib/classroom/open-part'
import { defaultSeed } from '@/lib/exercise/limits'
import type { PollOption } from '@/lib/grading'
import type { SolutionLine } from '@/lib/protocol/solution'
import { Bounded, keepMade } from '../../bounded'
import { type VersionRecord, versionsById } from '../../db/exercises'
import { report } from '../../report'
import type { WorkerPool } from '../../workers/pool'
import { sharing } from './sharing'

/**
 * A version that classes can work on: what students may see of it and when, with the numbers that a class shares, and
 * the source by which it is graded.
 */
export interface ClassExercise extends LockedView {
  readonly source: string
  /** Whether it has random values; without them every variant is the same. */
  readonly draws: boolean
  /** The texts of its hints by step. They stay here until a student asks for them. */
  readonly hints: ReadonlyMap<string, readonly string[]>
}

/** A version could not be prepared now (the workers are busy); trying again later may help. */
export class NotPrepared extends Error {}

const kept = 300
/** Variants that are kept: those of a few large classes at once. Each holds only what its numbers make different. */
const variantsKept = 5000
const solutionsKept = 5000
/** Worked solutions that are kept: fewer, because their lines may be long. */
const workedKept = 200

/** Exercises as classes work on them, made once and shared by all rooms: a version never changes. */
export class Shelf {
  private readonly prepared = new Bounded<Promise<ClassExercise | null>>(kept)
  private readonly variants = new Bounded<Promise<LockedView | null>>(variantsKept)
  private readonly solutions = new Bounded<Promise<readonly string[] | null>>(solutionsKept)
  private readonly worked = new Bounded<Promise<readonly SolutionLine[] | null>>(workedKept)

  constructor(private readonly pool: WorkerPool) {}

  /** In the order asked; a version that is gone, or that this engine cannot read any more, is left out. */
  async of(versions: readonly string[]): Promise<ClassExercise[]> {
    const missing = versions.filter(version => !this.prepared.has(version))
    const rows = missing.length === 0 ? [] : await versionsById(missing)
    for (const row of rows) keepMade(this.prepared, row.id, this.prepare(row))
    const all = await Promise.all(versions.map(version => this.prepared.get(version) ?? null))
    return all.filter(prepared => prepared !== null)
  }

  /** The exercise with the numbers of a seed; null where this seed has none. Rejects with `NotPrepared`. */
  async variant(prepared: ClassExercise, seed: number): Promise<LockedView | null> {
    const { view, draws } = prepared
    if (!draws || seed === defaultSeed) return prepared
    const name = `${view.version} ${seed}`
    return this.variants.get(name) ?? keepMade(this.variants, name, this.prepareVariant(prepared, seed))
  }

  /** The right answer to a step, for a seed; null where there is no such step. Rejects with `NotPrepared`. */
  async solution(
    { view, source, draws }: ClassExercise,
    step: string,
    seed: number,
  ): Promise<readonly string[] | null> {
    const of = draws ? seed : defaultSeed
    const name = `${view.version} ${of} ${step}`
    return (
      this.solutions.get(name) ?? keepMade(this.solutions, name, this.solve(view.version, source, step, of))
    )
  }

  /** The lines of a step's worked solution, for a seed; null where there is no such step. Rejects with `NotPrepared`. */
  async workedLines(
    { view, source, draws }: ClassExercise,
    step: string,
    seed: number,
  ): Promise<readonly SolutionLine[] | null> {
    const { version } = view
    const of = draws ? seed : defaultSeed
    const name = `${version} ${of} ${step}`
    return this.worked.get(name) ?? keepMade(this.worked, name, this.workOut(version, source, step, of))
  }

  /**
   * Wrong answers to a step, as typed, as options of a poll, with the numbers that a class shares (`lib/grading/options.ts`);
   * null where there is no such step. Rejects with `NotPrepared`.
   */
  async options(
    { view, source }: ClassExercise,
    step: string,
    answers: readonly (readonly string[])[],
    right: boolean,
  ): Promise<readonly PollOption[] | null> {
    const { version } = view
    const outcome = await this.pool.run('options', { version, source, step, answers, right })
    if (!outcome.ok) throw new NotPrepared(`options of a poll about version ${version}: ${outcome.why}`)
    return outcome.answer.options
  }

  private async workOut(
    version: string,
    source: string,
    step: string,
    seed: number,
  ): Promise<readonly SolutionLine[] | null> {
    const outcome = await this.pool.run('worked', { version, source, seed, step })
    if (!outcome.ok) throw new NotPrepared(`a worked solution of version ${version}: ${outcome.why}`)
    return outcome.answer.lines
  }

  private async prepare(row: VersionRecord): Promise<ClassExercise | null> {
    const outcome = await this.pool.run('prepare', { version: row.id, source: row.source })
    if (!outcome.ok) throw new NotPrepared(`version ${row.id}: ${outcome.why}`)
    const { answer } = outcome
    if (!answer.view) {
      report(`the exercise version ${row.id} cannot be read by this engine; classes go on without it`)
      return null
    }
    const { view, locks, draws, hints } = answer
    return { view, locks, source: row.source, draws, hints: new Map(hints) }
  }

  private async prepareVariant(
    { view, locks, source }: ClassExercise,
    seed: number,
  ): Promise<LockedView | null> {
    const { version } = view
    const outcome = await this.pool.run('prepare', { version, source, seed })
    if (!outcome.ok) throw new NotPrepared(`version ${version}, seed ${seed}: ${outcome.why}`)
    const { answer } = outcome
    if (answer.view) return sharing({ view, locks }, { view: answer.view, locks: answer.locks })
    report(`the exercise version ${version} has no numbers for the seed ${seed}`)
    return null
  }

  private async solve(
    version: string,
    source: string,
    step: string,
    seed: number,
  ): Promise<readonly string[] | null> {
    const outcome = await this.pool.run('solution', { version, source, seed, step })
    if (!outcome.ok) throw new NotPrepared(`a solution of version ${version}: ${outcome.why}`)
    return outcome.answer.cells
  }
}
