import type { TranscendentalField } from '@/lib/exact/atoms'
import { type Budget, unlessUndecided } from '@/lib/exact/budget'
import type { Tensor } from '@/lib/exact/tensor'
import type { MistakeId, Wrong } from '@/lib/network'
import type { Derivation } from '../derivation/derive'
import { type Known, withEntries, workOut } from '../derivation/known'
import type { Quantity } from '../derivation/quantity'
import { Numbers } from './numbers'
import { mistakesAt } from './wrongs'

/**
 * The wrong value of a quantity that comes from a mistake at another one, with everything between them done rightly.
 */
export interface Mistaken<S> {
  readonly mistake: MistakeId
  /** Id of the quantity at which it was made. */
  readonly node: string
  /** The quantity asked about, whole. */
  readonly value: Tensor<S>
}

/**
 * One of them, the place of the quantity at which it was made (0 for the first of the region, the last for the target), and its place
 * among the wrong answers there.
 */
export type Placed<M> = M & { readonly nth: number; readonly turn: number }

/**
 * Every wrong answer for `target` that one mistake leads to, made at it or at a quantity of `region`. `region` holds
 * the quantities behind the target that were not answered, each after what it is computed from. The values that are
 * known of the others stay as they are.
 */
export function mistakesWithin<S>(
  derivation: Derivation,
  field: TranscendentalField<S>,
  target: Quantity,
  region: readonly Quantity[],
  known: Known<S>,
  budget: Budget,
): Mistaken<S>[] {
  const numbers = new Numbers(derivation, field, known, budget)
  return inPlace([...reaching({ numbers, target, region, known, budget, ways: mistakesAt })])
}

/** Mistakes in the order of the quantities at which they were made, the target last. */
export function inPlace<M extends { readonly nth: number }>(made: readonly M[]): M[] {
  return [...made].sort((a, b) => a.nth - b.nth)
}

/** What a search for wrong answers goes through. */
export interface Search<S, W extends Wrong<S>> {
  readonly numbers: Numbers<S>
  readonly target: Quantity
  readonly region: readonly Quantity[]
  readonly known: Known<S>
  readonly budget: Budget
  /** The wrong answers at one quantity. */
  readonly ways: (quantity: Quantity, numbers: Numbers<S>) => readonly W[]
  /** The only one of them that is followed to the target, by its place; left out where all are. */
  readonly turn?: number
}

/**
 * The same for the wrong answers that `ways` gives at each quantity; their other fields are kept. Those made nearest to the
 * target come first: they are the likeliest and take the least work, so that what is lost where a budget ends are the others.
 */
export function* reaching<S, W extends Wrong<S>>(search: Search<S, W>): Generator<Placed<W & Mistaken<S>>> {
  for (let nth = search.region.length; nth >= 0; nth -= 1) yield* reachingFrom(search, nth)
}

/** The same for what is made at one place: at a quantity of the region, or at the target after the last of them. */
export function* reachingFrom<S, W extends Wrong<S>>(
  { numbers, target, region, known, budget, ways, turn: only }: Search<S, W>,
  nth: number,
): Generator<Placed<W & Mistaken<S>>> {
  const { derivation, field } = numbers
  const quantity = region[nth]
  if (quantity === undefined) {
    for (const [turn, way] of ways(target, numbers).entries()) yield { ...way, node: target.id, nth, turn }
    return
  }
  const changing = new Set([quantity.id])
  budget.spend(region.length - nth)
  for (const { id, rule } of region.slice(nth + 1)) {
    if (rule.inputs.some(input => changing.has(input))) changing.add(id)
  }
  // A mistake that no path leads on from cannot show at the target.
  if (!target.rule.inputs.some(input => changing.has(input))) return
  for (const [turn, way] of ways(quantity, numbers).entries()) {
    if (only !== undefined && turn !== only) continue
    const made = withEntries(way.value, known.entries(quantity.id))
    const spoiled: Known<S> = {
      whole: id => {
        if (id === quantity.id) return made
        return changing.has(id) ? undefined : (numbers.of(id) ?? undefined)
      },
      entries: known.entries,
    }
    const reached = unlessUndecided(() => workOut(derivation, field, target, spoiled, budget))
    if (reached !== null) yield { ...way, node: quantity.id, value: reached, nth, turn }
  }
}
