import { type Rational, showRational } from '@/lib/exact/rational'
import { mapTensor, type Nested, nest, type Tensor } from '@/lib/exact/tensor'
import { derivationOf, entryAt, type Key, type Known, workOut } from '@/lib/exercise'
import { Numbers } from '@/lib/exercise/mistakes/numbers'
import { mistakesAt } from '@/lib/exercise/mistakes/wrongs'
import type { MistakeId } from '@/lib/network'
import { rationalField as rationals } from '../exact/plain'

/** A mistake that somebody makes: at which quantity, and which of its ways, counted from 0. */
export interface Made {
  readonly node: string
  readonly mistake: MistakeId
  readonly way: number
}

export type Answers = Map<string, Tensor<Rational>>

/** What somebody writes at every quantity who makes these mistakes and goes on rightly from them; null where one does not show. */
export function traced(key: Key, mistakes: readonly Made[]): Answers | null {
  const derivation = derivationOf(key.exercise)
  const written: Answers = new Map()
  const known: Known<Rational> = { whole: id => written.get(id), entries: () => undefined }
  for (const quantity of derivation.quantities.values()) {
    const here = mistakes.find(({ node }) => node === quantity.id)
    if (here === undefined) {
      const value = workOut(derivation, rationals, quantity, known)
      if (value === null) return null
      written.set(quantity.id, value)
      continue
    }
    const ways = mistakesAt(quantity, new Numbers(derivation, rationals, known, undefined))
    const way = ways.filter(({ mistake }) => mistake === here.mistake)[here.way]
    if (way === undefined) return null
    written.set(quantity.id, way.value)
  }
  return written
}

/** Every mistake that can be made on the true values. */
export function allMistakes(key: Key): Made[] {
  const derivation = derivationOf(key.exercise)
  const known: Known<Rational> = { whole: () => undefined, entries: () => undefined }
  const numbers = new Numbers(derivation, rationals, known, undefined)
  return [...derivation.quantities.values()].flatMap(quantity => {
    const counts = new Map<MistakeId, number>()
    return mistakesAt(quantity, numbers).map(({ mistake }) => {
      const way = counts.get(mistake) ?? 0
      counts.set(mistake, way + 1)
      return { node: quantity.id, mistake, way }
    })
  })
}

/** The answers to every step, as a sheet has them. */
export function sheetOf(key: Key, written: Answers): Record<string, Nested<string>> {
  const { asked } = derivationOf(key.exercise)
  return Object.fromEntries(
    [...asked].flatMap(([id, { quantity, index }]) => {
      const value = written.get(quantity)
      return value === undefined ? [] : [[id, nest(mapTensor(entryAt(value, index), showRational))]]
    }),
  )
}
