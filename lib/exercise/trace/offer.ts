import { atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, unlessUndecided, withinBudget } from '@/lib/exact/budget'
import { type MistakeId, mistakeIds } from '@/lib/network'
import { derivationOf, quantityOf } from '../derivation/derive'
import type { Known } from '../derivation/known'
import type { Quantity } from '../derivation/quantity'
import type { TracePlan } from '../exercise'
import { exerciseLimits } from '../limits'
import { Numbers } from '../mistakes/numbers'
import { mistakesAt } from '../mistakes/wrongs'
import type { TraceGround } from './ground'

/** How many mistakes a student chooses from, and how many of the wrong ones can be made where the right one was. */
const offered = 6
const besideIt = 2

/**
 * The mistake and five others that can be made in this exercise and would show, in the catalogue's order. Two of them can
 * be made at the same step, the rest at others, so that they tell neither the mistake nor where it was made; which ones
 * is decided by the names alone.
 */
export function offeredMistakes(
  plan: TracePlan,
  which: readonly MistakeId[],
  quantity: Quantity,
  known: Known<Scalar>,
  ground: TraceGround,
): MistakeId[] {
  const { exercise, table } = ground
  const derivation = derivationOf(exercise)
  const budget = new Budget({ work: exerciseLimits.mistakeWork, digits: exerciseLimits.digits })
  const numbers = new Numbers(derivation, atomField(budget, table.fork()), known, budget)
  const near = new Set<MistakeId>()
  const far = new Set<MistakeId>()
  const collect = (at: Quantity, into: Set<MistakeId>): void => {
    for (const { mistake } of unlessUndecided(() => mistakesAt(at, numbers)) ?? []) {
      if (!which.includes(mistake) && !near.has(mistake)) into.add(mistake)
    }
  }
  const ids = new Set(
    exercise.shown.flatMap(({ id }) => {
      const asked = derivation.asked.get(id)
      return asked === undefined ? [] : [asked.quantity]
    }),
  )
  // A budget that runs out leaves fewer to choose from.
  withinBudget(() => {
    collect(quantity, near)
    for (const id of ids) collect(quantityOf(derivation, id), far)
  })
  const [beside, elsewhere] = [near, far].map(set => shuffled([...set], `${exercise.title} ${plan.id}`))
  const [first = [], second = []] = [beside, elsewhere]
  const wrong = [...first.slice(0, besideIt), ...second, ...first.slice(besideIt)].slice(0, offered - 1)
  return mistakeIds.filter(id => id === plan.mistake || wrong.includes(id))
}

/** Sorts the ids in an order that the salt decides. */
function shuffled(ids: readonly MistakeId[], salt: string): MistakeId[] {
  return ids
    .map(id => ({ id, rank: hash(`${salt} ${id}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id)
}

/**
 * FNV-1a (32 bits, over UTF-16 units) with the final mixing of MurmurHash3, so that similar words get very different
 * numbers.
 */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
