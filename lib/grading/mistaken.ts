import { type Rational, rationals } from '@/lib/exact/rational'
import type { Tensor } from '@/lib/exact/tensor'
import { entryAt, type Key, type Mistaken, mistakenAnswers, mistakesWithin } from '@/lib/exercise'
import { type MistakeId, sameTensor } from '@/lib/network'
import type { Ground } from './earlier'
import type { Question } from './follow'

/** A named mistake and the quantity at which it was made ([G6], [G7]). */
export interface Label {
  readonly mistake: MistakeId
  readonly node: string
}

/** A prime near 2^61: two different small fractions do not meet under it. */
const modulus = 2_305_843_009_213_693_951n

function hash({ data }: Tensor<Rational>): string {
  return data.map(({ n, d }) => `${n % modulus}/${d % modulus}`).join()
}

const indexes = new WeakMap<readonly Mistaken<Rational>[], Map<string, Mistaken<Rational>[]>>()

/** Wrong answers by the hash of their cells; a hit is proved by comparing. */
function indexOf(answers: readonly Mistaken<Rational>[]): Map<string, Mistaken<Rational>[]> {
  const known = indexes.get(answers)
  if (known !== undefined) return known
  const index = new Map<string, Mistaken<Rational>[]>()
  for (const answer of answers) {
    const place = hash(answer.value)
    index.set(place, [...(index.get(place) ?? []), answer])
  }
  indexes.set(answers, index)
  return index
}

/** [G6] The mistakes that give exactly these cells on the true values. */
export function mistakesOnTruth(
  key: Key,
  step: string,
  typed: Tensor<Rational>,
  fits: ((at: number, value: Rational) => boolean) | null,
): Label[] {
  const answers = mistakenAnswers(key, step)
  const found =
    fits === null
      ? (indexOf(answers).get(hash(typed)) ?? []).filter(({ value }) => sameTensor(rationals, value, typed))
      : answers.filter(({ value }) => value.data.every((entry, at) => fits(at, entry)))
  return found.map(({ mistake, node }) => ({ mistake, node }))
}

/** [G6] Likewise on the student's own earlier answers, also for mistakes in steps that were left out. */
export function mistakesOnOwn(question: Question, ground: Ground): Label[] {
  const { derivation, field, budget, target, asked } = question
  const region = ground.region.filter(({ about }) => about.kind !== 'stated')
  return mistakesWithin(derivation, field, target, region, ground.own, budget)
    .filter(({ value }) => entryAt(value, asked.index).data.every((entry, at) => question.fits(at, entry)))
    .map(({ mistake, node }) => ({ mistake, node }))
}
