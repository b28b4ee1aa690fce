import { filledNext, type Happening, type LearnEvent, progressAfter, rungOf, usedSeeds } from '@/lib/learning'
import { learnLimits, type TakenExercise, type Work } from '@/lib/protocol/learn'
import type { Reply } from '@/lib/protocol/replies'
import type { SolutionLine } from '@/lib/protocol/solution'
import { type StepKey, stepKey } from '@/lib/protocol/step-key'
import { sameCells } from '@/lib/protocol/typed-cells'
import { without } from '../without'
import { begunRun, type KeptRun, merged, workOf } from './kept-run'
import { browserMeans, freshSeed, type LearnMeans } from './means'
import { progressChanged } from './progress-changes'
import { ShownView } from './shown-view'
import type { LearnStore } from './store'
import { emptyLearnView } from './view'
import { deskOfRun, isDone, stepIds } from './work'

/**
 * One page's work at one rung: the numbers, what is typed, the verdicts and what they come to. The device keeps all of it with each
 * keystroke; the server is asked and keeps nothing.
 */
export class LearnSession {
  private readonly shown = new ShownView()
  readonly view = this.shown.view
  readonly subscribe = this.shown.subscribe
  private store: LearnStore | null = null
  private kept: KeptRun | null = null
  private serial = 0
  private closed = false

  constructor(
    private readonly slug: string,
    private readonly means: LearnMeans = browserMeans,
  ) {}

  /** Goes on where the device left off, or begins. Two of one page would each draw numbers, so one that is closed does not. */
  async open(): Promise<void> {
    this.store = await this.means.store()
    const [progress, kept] = await Promise.all([this.store.progress(), this.store.run(this.slug)])
    if (this.closed) return
    const run = rungOf(progress, this.slug)?.run
    this.shown.show({ progress, missed: run?.missed ?? false })
    if (kept && !kept.finished && run && run.seed === kept.seed && (await this.goOn(kept))) return
    await this.begin()
  }

  close(): void {
    this.closed = true
  }

  /** Fresh numbers, with as many steps filled in as it is time for. */
  async begin(): Promise<void> {
    const filled = filledNext(this.rung(), learnLimits.steps)
    if (filled === learnLimits.steps) return this.showExample()
    await this.start(freshSeed(this.means, usedSeeds(this.rung())), filled)
  }

  /** The rung's own numbers with every step filled in. */
  async showExample(): Promise<void> {
    await this.start(null, learnLimits.steps)
  }

  type(step: string, cells: readonly string[]): void {
    const { kept } = this
    if (!kept) return
    const answered = kept.graded.find(({ record }) => record.step === step)?.record.cells
    const nothing = answered ? sameCells(answered, cells) : cells.every(cell => cell === '')
    const others = kept.drafts.filter(draft => draft.step !== step)
    this.keep({ drafts: nothing ? others : [...others, { step, cells: [...cells] }] })
    this.shown.showDesk({ told: without(this.view().desk.told, this.key(step)) })
  }

  async check(step: string, cells: readonly string[]): Promise<void> {
    const { kept } = this
    const key = this.key(step)
    if (!kept || this.view().desk.waiting.has(key)) return
    this.type(step, cells)
    this.shown.showDesk({ waiting: new Map(this.view().desk.waiting).set(key, cells) })
    const before = kept.graded.find(({ record }) => record.step === step)
    const reply = await this.means.asks.check({ ...this.work(), step, cells: [...cells] })
    const now = this.stillAt(kept)
    if (!now) return
    this.shown.showDesk({ waiting: without(this.view().desk.waiting, key) })
    if (!reply.ok)
      return this.shown.showDesk({ told: new Map(this.view().desk.told).set(key, reply.message) })
    const { graded, renewed, result, exercise } = reply
    this.keep({
      graded: merged(now.graded, [...renewed, ...(graded ? [graded] : [])]),
      drafts: now.drafts.filter(draft => !(graded && draft.step === step && sameCells(draft.cells, cells))),
    })
    this.serial += 1
    if (exercise) this.shown.show({ exercise })
    this.shown.showDesk({
      judged: new Map(this.view().desk.judged).set(key, { cells, result }),
      lastCheck: { serial: this.serial, key, result },
    })
    const verdict = graded?.record.result?.verdict
    if (verdict === undefined || verdict === 'invalid') return
    await this.happened({ type: 'answered', step, verdict, firstTry: before === undefined })
    await this.finishIfDone()
  }

  /** Asks for the next hint to a step; resolves to null, or to why there is none now. */
  async hint(step: string): Promise<string | null> {
    const { kept } = this
    const known = kept?.hints.find(hints => hints.step === step)?.given.length ?? 0
    const reply = await this.means.asks.hint({ ...this.work(), step, nth: known + 1 })
    const now = this.stillAt(kept)
    if (!now) return null
    if (!reply.ok) return reply.message
    this.keep({ hints: [...now.hints.filter(other => other.step !== step), reply.hints] })
    return null
  }

  /** Shows a step's solution, after which the step counts no more; resolves to null, or to why it is not shown now. */
  async giveUp(step: string): Promise<string | null> {
    const { kept } = this
    const reply = await this.means.asks.solution({ ...this.work(), step, givenUp: true })
    const now = this.stillAt(kept)
    if (!now) return null
    if (!reply.ok) return reply.message
    const { cells, renewed, exercise } = reply
    this.keep({
      givenUp: [...now.givenUp, { step, cells: cells ?? [] }],
      graded: merged(now.graded, renewed),
    })
    if (exercise) this.shown.show({ exercise })
    await this.happened({ type: 'revealed', step })
    await this.finishIfDone()
    return null
  }

  /** The way to a step's answer, where that is right, filled in or given up. */
  async solution(step: string): Promise<Reply<{ lines: SolutionLine[] }>> {
    return this.means.asks.solution({ ...this.work(), step, givenUp: false })
  }

  /** The worked example was read. */
  async leaveExample(): Promise<void> {
    await this.finishIfDone()
    await this.begin()
  }

  private async goOn(kept: KeptRun): Promise<boolean> {
    this.kept = kept
    const reply = await this.means.asks.exercise({ ...this.work(), filled: 0 })
    if (!reply.ok) {
      this.shown.show({ phase: 'failed', failed: reply.message })
      return true
    }
    if (reply.exercise.version !== kept.version) return false
    this.opened(reply, kept)
    return true
  }

  private async start(seed: number | null, filled: number): Promise<void> {
    const reply = await this.means.asks.exercise({
      slug: this.slug,
      seed,
      answers: [],
      revealed: [],
      filled,
    })
    if (!reply.ok) return this.shown.show({ phase: 'failed', failed: reply.message })
    const kept = begunRun(this.slug, seed, reply)
    this.kept = kept
    await this.change({
      type: 'began',
      rung: this.slug,
      seed,
      filled: reply.filled.length,
      at: this.means.now(),
    })
    this.opened(reply, kept)
    this.keep({})
  }

  private opened({ exercise, draws, hints }: TakenExercise, kept: KeptRun): void {
    const given = kept.hints.filter(known => known.given.length > 0)
    const fresh = hints.filter(({ step }) => given.every(known => known.step !== step))
    this.kept = { ...kept, hints: [...given, ...fresh] }
    this.shown.show({
      phase: 'open',
      failed: null,
      exercise,
      draws,
      seed: kept.seed,
      serial: this.view().serial + 1,
      desk: deskOfRun(this.kept, emptyLearnView.desk),
    })
    this.showKept()
  }

  /** The run as it is now, if its numbers are still those of `run`: fresh ones may come while the server is asked. */
  private stillAt(run: KeptRun | null): KeptRun | null {
    const { kept } = this
    return kept?.seed === run?.seed && kept?.version === run?.version ? kept : null
  }

  private rung() {
    return rungOf(this.view().progress, this.slug)
  }

  private async finishIfDone(): Promise<void> {
    const { kept } = this
    const { exercise } = this.view()
    if (!kept || kept.finished || !exercise || !isDone(kept, exercise)) return
    // The progress first, because the end of the run is told by it.
    await this.happened({ type: 'finished', steps: stepIds(exercise).length })
    this.keep({ finished: true })
  }

  private async happened(what: Happening): Promise<void> {
    const seed = this.kept?.seed ?? null
    await this.change({ rung: this.slug, seed, at: this.means.now(), ...what } as LearnEvent)
  }

  private async change(event: LearnEvent): Promise<void> {
    const progress = await this.store?.change(before => progressAfter(before, event))
    if (!progress) return
    progressChanged()
    const run = rungOf(progress, this.slug)?.run
    // What a run came to is still told when it is finished, and open no more.
    this.shown.show({ progress, ...(run && { missed: run.missed }) })
  }

  private readonly work = (): Work => workOf(this.slug, this.kept)

  private key(step: string): StepKey {
    return stepKey(this.kept?.version ?? '', step)
  }

  private keep(change: Partial<KeptRun>): void {
    if (!this.kept) return
    this.kept = { ...this.kept, ...change }
    void this.store?.putRun(this.kept)
    this.showKept()
  }

  private showKept(): void {
    const { kept } = this
    if (!kept) return
    this.shown.show({
      desk: deskOfRun(kept, { ...this.view().desk, durable: this.store?.durable ?? true }),
      filled: new Set(kept.filled.map(({ step }) => step)),
      finished: kept.finished,
    })
  }
}
