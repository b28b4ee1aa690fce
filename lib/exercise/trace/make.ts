import type { Scalar } from '@/lib/exact/atoms'
import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import type { Place } from '@/lib/language/place'
import { type MistakeId, sameTensor } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { derivationOf, quantityOf } from '../derivation/derive'
import type { Asked, Quantity } from '../derivation/quantity'
import { placeAt } from '../entry'
import { calledIn, type StepPlan, type TracePlan } from '../exercise'
import { Numbers } from '../mistakes/numbers'
import { everyMistake, mistakesAt } from '../mistakes/wrongs'
import type { TraceGround } from './ground'
import { offeredMistakes } from './offer'
import { type Answers, Sheets } from './sheets'
import { nearestSteps, sameMistakes } from './verdicts'

/** A trace on one variant's numbers. */
export interface Trace {
  readonly plan: TracePlan
  /** The answers of somebody who makes the mistake to all steps that the file asks, in the file's order. */
  readonly shown: readonly { readonly step: StepPlan; readonly answer: Tensor<Scalar> }[]
  /** Ids of the steps to be answered anew: the target, then every other that the mistake spoils. */
  readonly anew: readonly string[]
  /**
   * Ids of the steps that count as where the mistake was made. The first is the one that answers name: the target,
   * or, where that is not asked, the first spoiled step that rests on no other spoiled one.
   */
  readonly where: readonly string[]
  /** Mistakes that give just what is shown, the file's own first. */
  readonly which: readonly MistakeId[]
  /** Mistakes to choose from, in the catalogue's order; one of `which` is among them. */
  readonly offered: readonly MistakeId[]
}

/** `certain` says that this holds for whatever numbers are drawn. */
export type TraceMade =
  | { readonly ok: true; readonly trace: Trace }
  | { readonly ok: false; readonly at: Place; readonly message: Message; readonly certain: boolean }

/** Mistakes that cannot be made on some numbers: nobody divides by 0. */
const notOnAll: ReadonlySet<MistakeId> = new Set(['divide'])

/**
 * The trace on these numbers, by the first way of making the mistake that shows, or why there is none. May unwind by
 * the budget.
 */
export function makeTrace(plan: TracePlan, ground: TraceGround): TraceMade {
  const { exercise, field, budget } = ground
  const derivation = derivationOf(exercise)
  const right = new Map(ground.values)
  for (const [name, gradient] of ground.gradients) right.set(`dL/d${name}`, gradient)
  const known = { whole: (id: string) => right.get(id), entries: () => undefined }
  const numbers = new Numbers(derivation, field, known, budget)
  const { mistake, target } = plan
  const step = calledIn(target)
  const asked = derivation.asked.get(target.id)
  if (asked === undefined) throw new RangeError(`${target.id} asks for no quantity`)
  const quantity = quantityOf(derivation, asked.quantity)
  const refuse = (message: Message, certain: boolean): TraceMade => ({
    ok: false,
    at: plan.place,
    message,
    certain,
  })

  const sheets = new Sheets(exercise.shown, numbers)
  const truth = sheets.right()
  // The step itself reports that it has no value, for example by a division by zero.
  if (truth === null) return refuse(message('traces.no-value', { step }), false)
  if (!everyMistake(quantity, numbers).some(one => one.mistake === mistake)) {
    return refuse(cannotBeMade(plan, quantity, numbers), !notOnAll.has(mistake))
  }
  const ways = mistakesAt(quantity, numbers)
    .filter(one => one.mistake === mistake)
    .map(({ value }) => only(value, asked, numbers))
    .filter(value => differs(value, quantity, numbers))
  if (ways.length === 0) {
    return refuse(message('traces.gives-right', { mistake, step }), false)
  }
  if (!sheets.reaches(quantity.id)) {
    return refuse(message('traces.unseen', { step }), true)
  }
  const written = ways.map(value => sheets.with(quantity, value)).filter(sheet => sheet !== null)
  if (written.length === 0) {
    return refuse(message('traces.no-value-after', { mistake, step }), false)
  }
  const spoiledBy = (sheet: Answers): string[] =>
    [...sheet].flatMap(([id, value]) => {
      const own = truth.get(id)
      return own !== undefined && sameTensor(field, own, value) ? [] : [id]
    })
  const sheet = written.find(candidate => spoiledBy(candidate).length > 0)
  if (sheet === undefined) {
    return refuse(message('traces.changes-nothing', { mistake, step }), false)
  }
  const spoiled = spoiledBy(sheet)
  const where = nearestSteps(derivation, spoiled, target.id)
  const which = sameMistakes(plan, sheet, where, sheets, numbers)
  const shown = exercise.shown.flatMap(step => {
    const answer = sheet.get(step.id)
    return answer === undefined ? [] : [{ step, answer }]
  })
  const anew = [target.id, ...spoiled.filter(id => id !== target.id)]
  return {
    ok: true,
    trace: {
      plan,
      shown,
      anew,
      where,
      which,
      offered: offeredMistakes(plan, which, quantity, known, ground),
    },
  }
}

/** A mistake at one entry leaves the others right. */
function only(value: Tensor<Scalar>, { quantity, index }: Asked, numbers: Numbers<Scalar>): Tensor<Scalar> {
  const right = numbers.of(quantity)
  if (index === null || right === null) return value
  const place = placeAt(right.shape, index)
  return mapTensor(right, (own, at) => (at === place ? (value.data[at] ?? own) : own))
}

function differs(value: Tensor<Scalar>, { id }: Quantity, numbers: Numbers<Scalar>): boolean {
  const right = numbers.of(id)
  return right !== null && !sameTensor(numbers.field, value, right)
}

function cannotBeMade({ mistake, target }: TracePlan, quantity: Quantity, numbers: Numbers<Scalar>): Message {
  const possible = [...new Set(mistakesAt(quantity, numbers).map(one => one.mistake))]
  return message('traces.cannot-be-made', { mistake, step: calledIn(target), possible })
}
