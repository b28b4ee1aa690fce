import type { AtomField, Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { entryOf } from '@/lib/exact/tensor'
import {
  derivationOf,
  type Key,
  quantityOf,
  type TensorStep,
  truthOf,
  vocabularyIn,
  whyRight,
} from '@/lib/exercise'
import type { Message } from '@/lib/words/argument'
import { gradeCell, type ReadCell } from './cell'
import { type Earlier, EarlierAnswers, type Ground, type Parent } from './earlier'
import { bestCombination, type Combination, freeRides, type Question } from './follow'
import { gradeFormula } from './formula'
import { type Graded, plainly } from './graded'
import type { GradedCell, GradedStep } from './graded-step'
import { type Label, mistakesOnOwn, mistakesOnTruth } from './mistaken'
import { Scratch } from './scratch'
import { isSlip } from './slip'
import { gradeAlone } from './step'
import {
  followsMessage,
  mendMessage,
  nudgeOf,
  partlyMessage,
  type StepName,
  stepNames,
  wrongMessage,
} from './wording'

/**
 * Units of `Budget` for the explanation of one wrong answer ([G13]): as many for follow-through as for the catalogue.
 */
const explanationWork = 600_000
const digits = 4096

function explanationBudget(): Budget {
  return new Budget({ work: explanationWork, digits })
}

/**
 * The verdict on a step from its cells as typed (row-major) and the student's other answers in the same exercise. A
 * pure function of these ([G10]). `revealed` are ids of steps whose solution the student has seen: nothing follows from an
 * answer to them ([G5]). An unknown step is the caller's bug.
 */
export function gradeStep(
  key: Key,
  stepId: string,
  cells: readonly string[],
  earlier: Earlier,
  revealed: ReadonlySet<string> = new Set(),
): Graded {
  const step = key.steps.find(({ id }) => id === stepId)
  if (step === undefined) throw new RangeError(`no step ${stepId}`)
  if (step.kind === 'formula') return gradeFormula(key, step, cells)
  const scratch = new Scratch(() => (truthOf(key) ?? key).table, vocabularyIn(key.exercise))
  const { verdict, typed } = gradeAlone(step, cells, scratch)
  if (verdict.verdict === 'right') return plainly(withReason(verdict, whyRight(key, stepId)))
  const plain = plainly(verdict)
  if (verdict.verdict !== 'wrong' || step.kind === 'shape' || step.kind === 'find') return plain
  return (
    new Explanation(key, step, verdict, { cells, typed, scratch }, { earlier, revealed }).explain() ?? plain
  )
}

/** Adds to a right verdict the line that says why it is right, if the step has one. */
function withReason(verdict: GradedStep, reason: Message | null): GradedStep {
  return reason === null ? verdict : { ...verdict, sentences: [...verdict.sentences, reason] }
}

/** The cells of an answer, and the scratch space with their atoms. */
interface Typed {
  readonly cells: readonly string[]
  readonly typed: readonly ReadCell[]
  readonly scratch: Scratch
}

/** Explains a wrong answer by the rules in their order: [G4] and [G5], [G6], [G8]. */
class Explanation {
  private readonly budget = explanationBudget()
  private readonly field: AtomField
  private readonly wrong: readonly number[]

  constructor(
    private readonly key: Key,
    private readonly step: TensorStep,
    private readonly verdict: GradedStep,
    private readonly answer: Typed,
    private readonly before: { readonly earlier: Earlier; readonly revealed: ReadonlySet<string> },
  ) {
    this.field = answer.scratch.field(this.budget)
    this.wrong = verdict.cells.flatMap((cell, at) => (cell.verdict === 'wrong' ? [at] : []))
  }

  /** Null where the budget ran out or nothing is known of the step: the answer stays plain wrong ([G13]). */
  explain(): Graded | null {
    const done = withinBudget(() => this.follow())
    return done.ok ? done.value : null
  }

  private follow(): Graded | null {
    const { key, step, budget, field, wrong } = this
    const truth = truthOf(key)
    const derivation = derivationOf(key.exercise)
    const asked = derivation.asked.get(step.id)
    if (truth === null || asked === undefined) return null
    const target = quantityOf(derivation, asked.quantity)
    const fits = (at: number, value: Scalar) => this.fits(at, value, field)
    const question: Question = { derivation, field, budget, target, asked, wrong, fits }
    const answers = new EarlierAnswers(
      key,
      truth,
      this.before.earlier,
      this.answer.scratch,
      budget,
      step.id,
      this.before.revealed,
    )
    const grounds = [target.rule, ...target.others].map(rule => ({ rule, ground: answers.ground(rule) }))
    const ground = grounds[0]?.ground
    const best = bestCombination(question, grounds)
    const whole = best !== null && best.explained.length === wrong.length
    if (best !== null) {
      const free = freeRides(question, best, step.answer)
      if (free.length > 0 && whole) return this.mend(free, best)
      if (whole) return this.followed(best)
      if (free.length > 0) return this.named(question, ground, null)
    }
    return this.named(question, ground, best)
  }

  /** The steps of earlier answers, in the exercise's order. */
  private steps(parents: readonly Parent[]): string[] {
    const named = new Set(parents.map(({ step }) => step))
    return this.key.steps.flatMap(({ id }) => (named.has(id) ? [id] : []))
  }

  private names(ids: readonly string[]): StepName[] {
    return stepNames(this.key.exercise, ids)
  }

  private fits(at: number, value: Scalar, field: AtomField): boolean {
    const cell = this.answer.typed[at]
    return cell !== undefined && gradeCell(cell, value, this.step.rounded, () => field).verdict === 'right'
  }

  /** [G5] The answer follows from earlier ones, but these left nothing to work out. */
  private mend(free: readonly Parent[], { own }: Combination): Graded {
    const mend = this.steps(free)
    return {
      verdict: { ...this.verdict, sentences: [mendMessage(this.names(mend))] },
      follows: this.steps(own),
      mend,
      labels: [],
    }
  }

  private followed(best: Combination): Graded {
    const follows = this.steps(best.own)
    const sentences = [followsMessage(this.names(follows))]
    return {
      verdict: { ...this.verdict, verdict: 'follows', cells: this.cells(best), sentences },
      follows,
      mend: [],
      labels: [],
    }
  }

  /** The verdicts on the cells; those that the combination explains follow. */
  private cells({ explained, value }: Combination): GradedCell[] {
    return this.verdict.cells.map((cell, at) => {
      const typed = this.answer.typed[at]
      if (typed === undefined || !explained.includes(at)) return cell
      return {
        ...gradeCell(typed, entryOf(value, at), this.step.rounded, () => this.field),
        verdict: 'follows',
      }
    })
  }

  /** [G6] and [G8]: compares what is still wrong with the catalogue, then with slips. */
  private named(question: Question, ground: Ground | undefined, best: Combination | null): Graded {
    const { step } = this
    const labels = this.labels(question, ground)
    const ids = [...new Set(labels.map(({ mistake }) => mistake))]
    const slipped = labels.length === 0 && this.slipped(best)
    const cells = best === null ? this.verdict.cells : this.cells(best)
    const [only] = ids
    const nudge = only !== undefined && ids.length === 1 ? nudgeOf(only) : null
    const hint = slipped ? nudgeOf('one-cell-slip') : nudge
    const follows = best === null ? [] : this.steps(best.own)
    const { shape } = step.answer
    const wrong = cells.flatMap((cell, at) => (cell.verdict === 'wrong' ? [at] : []))
    const told = best === null ? wrongMessage(shape, wrong) : partlyMessage(shape, wrong, this.names(follows))
    // The hint for wrong decimals is kept only where nothing better is known.
    const base = hint === null && best === null ? this.verdict.sentences : [told]
    return {
      verdict: {
        verdict: 'wrong',
        cells,
        mistakes: slipped ? ['one-cell-slip'] : ids,
        sentences: hint === null ? base : [...base, hint],
      },
      follows,
      mend: [],
      labels: slipped ? [{ mistake: 'one-cell-slip', node: question.target.id }] : labels,
    }
  }

  private labels(question: Question, ground: Ground | undefined): Label[] {
    const { key, step, answer } = this
    const found = withinBudget(() => {
      const onTruth = mistakesOnTruth(key, step.id, answer.cells, step.rounded, explanationBudget())
      if (ground === undefined || !this.standsElsewhere(ground)) return onTruth
      const budget = explanationBudget()
      const field = answer.scratch.field(budget)
      const fits = (at: number, value: Scalar) => this.fits(at, value, field)
      return [...onTruth, ...mistakesOnOwn({ ...question, budget, field, fits }, ground)]
    })
    // An answer stays unlabelled where the budget ends, because half of the catalogue would be a guess ([G13]).
    if (!found.ok) return []
    const all = found.value
    return all.filter(
      (label, at) =>
        all.findIndex(({ mistake, node }) => mistake === label.mistake && node === label.node) === at,
    )
  }

  /** Whether the student's own answers differ from what the table of mistakes was made for. */
  private standsElsewhere({ parents, region }: Ground): boolean {
    const asked = new Set([...derivationOf(this.key.exercise).asked.values()].map(({ quantity }) => quantity))
    return parents.some(({ differs }) => differs) || region.some(({ id }) => asked.has(id))
  }

  /**
   * [G8] Whether a single cell is wrong, on the true values or on the combination taken, and is the right value with
   * a slip.
   */
  private slipped(best: Combination | null): boolean {
    const on = (expected: { readonly data: readonly Scalar[] }, wrong: readonly number[]): boolean => {
      const [at] = wrong
      if (at === undefined || wrong.length !== 1) return false
      const [typed, exact] = [this.answer.typed[at]?.value, expected.data[at]]
      return typed !== undefined && exact !== undefined && isSlip(this.field, typed, exact)
    }
    if (on(this.step.answer, this.wrong)) return true
    return (
      best !== null &&
      on(
        best.value,
        this.wrong.filter(at => !best.explained.includes(at)),
      )
    )
  }
}
