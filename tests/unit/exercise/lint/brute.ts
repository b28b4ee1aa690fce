import type { Rational } from '@/lib/exact/rational'
import type { Tensor } from '@/lib/exact/tensor'
import { behind, derivationOf, entryAt, type Key, type Known, quantityOf, workOut } from '@/lib/exercise'
import { Numbers } from '@/lib/exercise/mistakes/numbers'
import { everyMistake } from '@/lib/exercise/mistakes/wrongs'
import { sameTensor } from '@/lib/network'
import { rationalField as rationals } from '../../exact/plain'

/** An answer to a step that one way of one mistake leads to. */
export interface Answer {
  readonly name: string
  readonly mistake: string
  readonly cells: readonly Rational[]
}

const nothing: Known<Rational> = { whole: () => undefined, entries: () => undefined }

/** Over the plain rationals, each mistake put in place of its quantity and everything worked out again. */
export function answersOf(key: Key, step: string): { right: readonly Rational[]; answers: Answer[] } {
  const derivation = derivationOf(key.exercise)
  const asked = derivation.asked.get(step)!
  const target = quantityOf(derivation, asked.quantity)
  const wholes = new Set(
    [...derivation.asked.values()].flatMap(one => (one.index === null ? [one.quantity] : [])),
  )
  const truth = new Numbers(derivation, rationals, nothing, undefined)
  const region = behind(derivation, target.rule, id => wholes.has(id))
  const answers: Answer[] = []
  for (const quantity of [...region, target]) {
    const counts = new Map<string, number>()
    const all = everyMistake(quantity, truth)
    for (const { mistake, value } of all) {
      const way = counts.get(mistake) ?? 0
      counts.set(mistake, way + 1)
      const right = truth.of(quantity.id)!
      if (value.data.length !== right.data.length) continue
      const wrong: Tensor<Rational> = { shape: right.shape, data: value.data }
      const known: Known<Rational> = {
        whole: id => {
          if (id === quantity.id) return wrong
          return wholes.has(id) && id !== target.id ? (truth.of(id) ?? undefined) : undefined
        },
        entries: () => undefined,
      }
      const reached = quantity === target ? wrong : workOut(derivation, rationals, target, known)
      if (reached === null) continue
      answers.push({
        name: `${mistake} ${way} of ${all.filter(one => one.mistake === mistake).length} ${quantity.id}`,
        mistake,
        cells: entryAt(reached, asked.index).data,
      })
    }
  }
  return { right: entryAt(truth.of(target.id)!, asked.index).data, answers }
}

export function same(a: readonly Rational[], b: readonly Rational[]): boolean {
  return sameTensor(rationals, { shape: [a.length], data: a }, { shape: [b.length], data: b })
}
