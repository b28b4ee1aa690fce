import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomField, type Scalar, type TranscendentalField, transcendentalDuals } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import type { Rational } from '@/lib/exact/rational'
import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import { backprop, evaluate, nodeValue } from '@/lib/network'
import { ops } from '@/lib/network/ops'
import { takesLong } from '../../takes-long'
import { rationalDuals, rationalField } from '../exact/plain'
import {
  otherOps,
  type RandomNetwork,
  randomNetwork,
  randomNetworkBeyond,
  rationalOps,
  showNetwork,
} from './random-network'

takesLong()

/** `NETWORKS_SEED=… NETWORKS=… npx vitest run tests/unit/network/duals.test.ts` makes the same networks again. */
const networks = Number(process.env.NETWORKS ?? 10_000)
const seed = Number(process.env.NETWORKS_SEED ?? randomInt(2 ** 31))

/**
 * Holds every gradient entry of every leaf against one forward pass of dual numbers, which knows nothing of a backward
 * pass. Gives the ops that the loss depends on; null where the network has no value on its numbers.
 */
function compare<S>(
  network: RandomNetwork,
  field: TranscendentalField<S>,
  duals: TranscendentalField<{ value: S; derivative: S }>,
  lift: (value: Rational) => S,
): number | null {
  const { graph, leaves, chosen } = network
  const lifted = new Map([...leaves].map(([name, leaf]) => [name, mapTensor(leaf, lift)]))
  const { values, faults } = evaluate(graph, field, lifted)
  if (faults.length > 0) return null
  const one: Tensor<S> = { shape: [], data: [field.one] }
  const gradients = backprop(graph, field, values, { node: 'loss', gradient: one })
  let compared = 0
  const still = new Map(
    [...lifted].map(([name, leaf]) => [name, mapTensor(leaf, value => ({ value, derivative: field.zero }))]),
  )
  for (const [name, leaf] of lifted) {
    // An index or a mask cannot be moved a little.
    if (chosen.has(name)) continue
    for (const at of leaf.data.keys()) {
      const moved = mapTensor(leaf, (value, i) => ({ value, derivative: i === at ? field.one : field.zero }))
      const loss = nodeValue(evaluate(graph, duals, new Map([...still, [name, moved]])).values, 'loss')
        .data[0]!
      const gradient = nodeValue(gradients, name).data[at]!
      if (!field.equals(gradient, loss.derivative)) {
        throw new Error(
          `dL/d${name} at ${at} is not what dual numbers say (seed ${seed}) in\n${showNetwork(network)}`,
        )
      }
      compared += 1
    }
  }
  return compared
}

function opsOf({ graph }: RandomNetwork): string[] {
  return [...graph.values()].flatMap(({ expr }) =>
    expr.flatMap(item => (item.kind === 'apply' ? [item.op.name] : [])),
  )
}

describe('the backward pass of random networks agrees with dual numbers, entry by entry', () => {
  test(`${networks} of every rational op`, () => {
    const met = new Map<string, number>()
    let entries = 0
    fc.assert(
      fc.property(randomNetwork, network => {
        const compared = compare(network, rationalField, rationalDuals, value => value)
        fc.pre(compared !== null)
        entries += compared ?? 0
        for (const name of new Set(opsOf(network))) met.set(name, (met.get(name) ?? 0) + 1)
      }),
      { numRuns: networks, seed, maxSkipsPerRun: 10 },
    )
    console.log(`${networks} random networks, ${entries} gradient entries, seed ${seed}`)
    for (const { name } of rationalOps) expect(met.get(name), name).toBeGreaterThan(networks / 100)
  })

  test.runIf(otherOps.length > 0)('some with an op beyond the rationals', () => {
    const met = new Set<string>()
    let [entries, given] = [0, 0]
    fc.assert(
      fc.property(randomNetworkBeyond, network => {
        const field = atomField(new Budget({ work: 3_000_000, digits: 4096 }))
        const duals = transcendentalDuals<Scalar>(field)
        const done = withinBudget(() => compare(network, field, duals, value => value))
        if (!done.ok) given += 1
        fc.pre(done.ok && done.value !== null)
        if (done.ok) entries += done.value ?? 0
        for (const name of opsOf(network)) met.add(name)
      }),
      { numRuns: networks / 10, seed, maxSkipsPerRun: 20 },
    )
    console.log(
      `${networks / 10} networks beyond the rationals, ${entries} gradient entries, seed ${seed}, ${given} given up`,
    )
    expect(otherOps.filter(({ name }) => !met.has(name))).toEqual([])
    expect(given).toBeLessThan(networks / 40)
  })

  test('every op is in one family or the other, and most are rational', () => {
    expect([...rationalOps, ...otherOps].map(({ name }) => name).sort()).toEqual(
      ops.map(({ name }) => name).sort(),
    )
    expect(rationalOps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['matmul', 'concat', 'conv1d', 'embed', 'dropout', 'divide', 'power', 'relu']),
    )
  })
})
