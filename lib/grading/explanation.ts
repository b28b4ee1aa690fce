import type { AtomField, Scalar } from '@/lib/exact/atoms'
import { type Budget, withinBudget } from '@/lib/exact/budget'
import { entryOf } from '@/lib/exact/tensor'
import { type Key, type TensorStep, truthOf, whyRight } from '@/lib/exercise'
import { gradeCell, loosest } from './cell'
import { type Earlier, EarlierAnswers, type Ground, type Parent } from './earlier'
import { bestCombination, type Combination, freeRides, type Question, type Way, waysOf } from './follow'
import { type GoneOn, goOn, reasonOf } from './going-on'
import { type Graded, withReason } from './graded'
import type { GradedCell, GradedStep } from './graded-step'
import { nearest } from './kin'
import { labelsOf, type Typed } from './labels'
import { generalNudge, nudgeOf } from './nudge'
import { questionOf } from './question'
import { explanationBudget } from './scratch'
import { allTurned, isSlip } from './slip'
import { judgeOf, takesRounded } from './standing'
import {
  followsMessage,
  goneOnMessage,
  mendMessage,
  moreDigitsMessage,
  partlyMessage,
  type StepName,
  stepNames,
  wrongMessage,
} from './wording'

const nothing: GoneOn = { right: new Map(), otherwise: new Map(), free: null }

/** Explains an answer that is wrong on the true values, by the rules in their order: [G4] and [G5], [G6], [G8]. */
export class Explanation {
  private readonly budget = explanationBudget()
  private readonly field: AtomField
  /** Places of the cells that are wrong on the true values. */
  private readonly wrong: readonly number[]
  private gone: GoneOn = nothing

  constructor(
    private readonly key: Key,
    private readonly step: TensorStep,
    private readonly verdict: GradedStep,
    private readonly answer: Typed,
    private readonly before: { readonly earlier: Earlier; readonly revealed: ReadonlySet<string> },
  ) {
    this.field = answer.scratch.field(this.budget)
    this.wrong = placesOf(verdict.cells)
  }

  /** Null where the budget ran out or nothing is known of the step: the answer stays plain wrong ([G13]). */
  explain(): Graded | null {
    const done = withinBudget(() => this.follow())
    return done.ok ? done.value : null
  }

  private follow(): Graded | null {
    const { key, step, budget, field, wrong } = this
    const { scratch, typed } = this.answer
    const truth = truthOf(key)
    const whole = questionOf(key, step, { typed, wrong }, field, budget)
    if (truth === null) return null
    // A count is no quantity: nothing but a slip can be told of it.
    if (whole === null) return this.named(null, undefined, null)
    const { earlier, revealed } = this.before
    const going = explanationBudget()
    const judge = takesRounded(key) ? judgeOf(key, scratch, going, () => answers) : null
    const answers: EarlierAnswers = new EarlierAnswers(
      key,
      truth,
      earlier,
      scratch,
      budget,
      step.id,
      revealed,
      judge,
    )
    const ways = waysOf(whole, answers)
    const ground = ways[0]?.ground
    const gone = judge === null ? nothing : this.goOn(ways, going)
    if (gone !== null) this.gone = gone
    const { right, otherwise, free } = this.gone
    const rest = wrong.filter(at => !right.has(at) && !otherwise.has(at))
    if (rest.length === 0) return otherwise.size === 0 ? this.goneOn() : this.followed(null)
    if (free !== null && rest.every(at => free.best.explained.includes(at))) {
      const { best, parents } = free
      return this.mend(parents, best, moreDigitsMessage(this.names(this.steps(parents, false))))
    }
    const question = { ...whole, wrong: rest }
    // Combinations of rounded answers alone were tried already.
    const best = bestCombination(question, ways, own =>
      gone === null ? true : own.some(({ passes }) => passes === null),
    )
    if (best === null) return this.named(question, ground, null)
    const explainsAll = best.explained.length === rest.length
    const rides = freeRides(question, best, step.answer)
    if (rides.length > 0 && explainsAll) {
      return this.mend(rides, best, mendMessage(this.names(this.steps(rides, false))))
    }
    if (explainsAll) return this.followed(best)
    return this.named(question, ground, rides.length > 0 ? null : best)
  }

  /** Null where the budget ran out. */
  private goOn(ways: readonly Way[], budget: Budget): GoneOn | null {
    const { key, step, wrong } = this
    const { scratch, typed } = this.answer
    const question = questionOf(key, step, { typed, wrong }, scratch.field(budget), budget)
    if (question === null) return null
    const done = withinBudget(() => goOn(question, ways, step.answer))
    return done.ok ? done.value : null
  }

  /** The steps of earlier answers, in the exercise's order; with those on which their own verdicts rest, or without. */
  private steps(parents: readonly Parent[], withRests = true): string[] {
    const named = new Set(parents.flatMap(({ step, rests }) => (withRests ? [step, ...rests] : [step])))
    return this.key.steps.flatMap(({ id }) => (named.has(id) ? [id] : []))
  }

  private names(ids: readonly string[]): StepName[] {
    return stepNames(this.key.exercise, ids)
  }

  /** The student's own answers that the cells rest on, those of the combination taken last included. */
  private own(best: Combination | null): Parent[] {
    const { right, otherwise } = this.gone
    const taken = [...right.values(), ...otherwise.values(), ...(best === null ? [] : [best])]
    return taken.flatMap(({ own }) => own)
  }

  /** The names of the earlier answers that are wrong; where none is, of those by which a branch falls otherwise. */
  private blamed(best: Combination | null): StepName[] {
    const wrong = (best?.own ?? []).filter(({ passes }) => passes === null)
    const turned = [...this.gone.otherwise.values()].flatMap(({ own }) => own)
    return this.names(this.steps(wrong.length > 0 ? wrong : turned, false))
  }

  /** Every cell is right, for the student's own rounded answers. */
  private goneOn(): Graded {
    const { step, key } = this
    const cells = this.cells(null)
    const sentences = [goneOnMessage(step.answer.shape, step.acceptance, loosest(cells))]
    const verdict: GradedStep = { verdict: 'right', cells, mistakes: [], sentences }
    return {
      verdict: withReason(verdict, whyRight(key, step.id)),
      follows: this.steps(this.own(null)),
      mend: [],
      labels: [],
    }
  }

  /** [G5] The answer follows from earlier ones, but these left nothing to work out. */
  private mend(free: readonly Parent[], best: Combination, said: GradedStep['sentences'][number]): Graded {
    return {
      verdict: { ...this.verdict, cells: this.cells(null), sentences: [said] },
      follows: this.steps(this.own(best)),
      mend: this.steps(free, false),
      labels: [],
    }
  }

  private followed(best: Combination | null): Graded {
    const sentences = [followsMessage(this.blamed(best))]
    return {
      verdict: { ...this.verdict, verdict: 'follows', cells: this.cells(best), sentences },
      follows: this.steps(this.own(best)),
      mend: [],
      labels: [],
    }
  }

  /** The verdicts on the cells; those that the combination explains follow. */
  private cells(best: Combination | null): GradedCell[] {
    return this.verdict.cells.map((cell, at) => {
      const typed = this.answer.typed[at]
      const right = this.gone.right.get(at)
      const reason = right && reasonOf(this.step.acceptance, right.own)
      if (reason) return { verdict: 'right', reason, message: null }
      const from = this.gone.otherwise.get(at) ?? (best?.explained.includes(at) ? best : undefined)
      if (typed === undefined || from === undefined) return cell
      const graded = gradeCell(typed, entryOf(from.value, at), this.step.acceptance, () => this.field)
      return { ...graded, verdict: 'follows' }
    })
  }

  /** [G6] and [G8]: compares what is still wrong with the catalogue, then with slips. */
  private named(question: Question | null, ground: Ground | undefined, best: Combination | null): Graded {
    const labels = labelsOf(this.key, this.step, this.answer, ground)
    const ids = [...new Set(labels.map(({ mistake }) => mistake))]
    const slip = labels.length > 0 ? null : this.slip(question?.wrong ?? this.wrong, best)
    const cells = this.cells(best)
    const said = nearest(ids)
    const label = labels.find(({ mistake }) => mistake === said)
    const nudge = label === undefined ? null : nudgeOf(label, this.key.exercise)
    const hint = slip === null ? nudge : generalNudge(slip)
    const { shape } = this.step.answer
    const wrong = placesOf(cells)
    const blamed = this.blamed(best)
    const told = blamed.length === 0 ? wrongMessage(shape, wrong) : partlyMessage(shape, wrong, blamed)
    // The hint for rounded decimals is kept only where nothing better is known.
    const base = hint === null && wrong.length === this.wrong.length ? this.verdict.sentences : [told]
    return {
      verdict: {
        verdict: 'wrong',
        cells,
        mistakes: slip === null ? ids : [slip],
        sentences: hint === null ? base : [...base, hint],
      },
      follows: this.steps(this.own(best)),
      mend: [],
      labels: slip === null ? labels : [{ mistake: slip, node: question?.target.id ?? this.step.id }],
    }
  }

  /** [G8] A single cell with a slip, or every sign turned, of two cells or more. */
  private slip(rest: readonly number[], best: Combination | null): 'one-cell-slip' | 'all-signs' | null {
    if (this.slipped(rest, best)) return 'one-cell-slip'
    const { field, step, wrong } = this
    const turned = wrong.length > 1 && allTurned(field, this.answer.typed, step.answer.data, step.acceptance)
    return turned ? 'all-signs' : null
  }

  /**
   * [G8] Whether a single cell is wrong, on the true values or on the combination taken, and is the right value with
   * a slip.
   */
  private slipped(rest: readonly number[], best: Combination | null): boolean {
    const on = (expected: { readonly data: readonly Scalar[] }, wrong: readonly number[]): boolean => {
      const [at] = wrong
      if (at === undefined || wrong.length !== 1) return false
      const [typed, exact] = [this.answer.typed[at]?.value, expected.data[at]]
      return typed !== undefined && exact !== undefined && isSlip(this.field, typed, exact)
    }
    if (on(this.step.answer, this.wrong)) return true
    const taken = best ?? [...this.gone.right.values()][0]
    return (
      taken !== undefined &&
      on(
        taken.value,
        rest.filter(at => !taken.explained.includes(at)),
      )
    )
  }
}

function placesOf(cells: readonly GradedCell[]): number[] {
  return cells.flatMap((cell, at) => (cell.verdict === 'wrong' ? [at] : []))
}
