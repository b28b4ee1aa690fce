import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atomField, type Scalar, transcendentalDuals } from '@/lib/exact/atoms'
import { significantWithin } from '@/lib/exact/atoms/approximate'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { intervalField } from '@/lib/exact/interval/field'
import { type Interval, sideOf } from '@/lib/exact/interval/interval'
import type { Rational } from '@/lib/exact/rational'
import { mapTensor } from '@/lib/exact/tensor'
import { backprop, evaluate, nodeValue } from '@/lib/network'
import { takesLong } from '../../takes-long'
import { deepNetwork, otherOps, type RandomNetwork, showNetwork } from './random-network'

takesLong()

/** `DEEP_SEED=… DEEP_NETWORKS=10000 npx vitest run tests/unit/network/deep.test.ts` makes the same networks again, or more. */
const networks = Number(process.env.DEEP_NETWORKS ?? 400)
const seed = Number(process.env.DEEP_SEED ?? randomInt(2 ** 31))

/** Figures to which values are compared; the field works them out at 96 binary digits first, the enclosures at far more. */
const figures = 20
const bits = 384

/** Where rounding decides nothing, or a value is 0, the enclosure has to hold it. */
function agrees(field: ReturnType<typeof atomField>, value: Scalar, enclosed: Interval): boolean {
  if (sideOf(enclosed) === null) return field.isZero(value)
  const rounded = significantWithin(enclosed, figures)
  return rounded === null || field.significant(value, figures) === rounded
}

/** The loss, and its gradient by one entry of one leaf, against a pass of dual numbers over enclosures alone: `alike`, `no value`, or what differs. */
function compare({ graph, leaves, chosen }: RandomNetwork, pick: number): string {
  const field = atomField(new Budget({ work: 2_000_000, digits: 4096 }))
  const { values, faults } = evaluate(graph, field, leaves)
  const movable = [...leaves.keys()].filter(name => !chosen.has(name))
  const name = movable[pick % movable.length]
  if (faults.length > 0 || name === undefined) return 'no value'
  const seed = { node: 'loss', gradient: { shape: [], data: [field.one] } }
  const gradient = nodeValue(backprop<Scalar>(graph, field, values, seed), name).data
  const at = pick % gradient.length
  const duals = transcendentalDuals(intervalField(bits, new Budget({ work: 20_000_000, digits: 4096 })))
  const lifted = [...leaves].map(([leaf, tensor]) => {
    const entry = (value: Rational, i: number) => ({
      ...duals.fromRational(value),
      ...(leaf === name && i === at && { derivative: duals.one.value }),
    })
    return [leaf, mapTensor(tensor, entry)] as const
  })
  const run = evaluate(graph, duals, new Map(lifted))
  if (run.faults.length > 0) return 'no value'
  const [told] = nodeValue(run.values, 'loss').data
  if (!agrees(field, nodeValue(values, 'loss').data[0]!, told!.value)) return 'the loss'
  return agrees(field, gradient[at]!, told!.derivative) ? 'alike' : `dL/d${name} at ${at}`
}

test(`${networks} networks of all ops, as deep as they come, agree with enclosures of twice the precision`, () => {
  const met = new Set<string>()
  let given = 0
  fc.assert(
    fc.property(deepNetwork, fc.nat(999), (network, pick) => {
      const done = withinBudget(() => compare(network, pick))
      if (!done.ok) given += 1
      fc.pre(done.ok && done.value !== 'no value')
      if (done.ok && done.value !== 'alike') {
        throw new Error(`${done.value} is another (seed ${seed}) in\n${showNetwork(network)}`)
      }
      for (const { expr } of network.graph.values())
        for (const item of expr) if (item.kind === 'apply') met.add(item.op.name)
    }),
    { numRuns: networks, seed, maxSkipsPerRun: 20 },
  )
  console.log(`${networks} deep networks, seed ${seed}, ${given} given up`)
  expect(otherOps.filter(({ name }) => !met.has(name)).map(({ name }) => name)).toEqual([])
  expect(given).toBeLessThan(networks / 10)
})
