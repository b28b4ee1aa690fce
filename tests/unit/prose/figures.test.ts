import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rational, rational, rationals, showRational } from '@/lib/exact/rational'
import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import { buildKey, type Exercise, readExercise } from '@/lib/exercise'
import { textSections } from '@/lib/lessons/text'
import { evaluate, nodeValue } from '@/lib/network'
import { figureOf, readFigure } from '@/lib/prose/figure'
import type { Figure, FigureNumbers, NetworkFigure } from '@/lib/protocol/figure'
import { figureNamed } from '@/lib/server/lesson/read'
import { lessonSource } from '../../lesson-files'
import { takesLong } from '../../takes-long'
import { rationalDuals } from '../exact/plain'
import { figuresOfTheText, numberOf } from './figures'

takesLong()

const texts = (values: readonly Rational[]) => values.map(showRational)
const shown = (numbers: FigureNumbers, name: string) => texts((numbers[name] ?? []).map(numberOf))

function exerciseOf(source: string): Exercise {
  const read = readExercise(source)
  if (!read.ok) throw new Error('the exercise is wrong')
  return read.exercise
}

/** The leaves of an exercise as its file states them: without the engine's passes. */
function leavesOf(exercise: Exercise): Map<string, Tensor<Rational>> {
  const leaves = [...exercise.graph.values()].filter(({ role }) => role === 'given' || role === 'param')
  const graph = new Map(leaves.map(leaf => [leaf.name, leaf]))
  const { values } = evaluate(graph, rationalDuals, new Map())
  return new Map([...values].map(([name, tensor]) => [name, mapTensor(tensor, ({ value }) => value)]))
}

/** Values of all nodes, and how the loss moves with one entry of a leaf: dual numbers, which know no backward pass. */
function forward(exercise: Exercise, leaves: ReadonlyMap<string, Tensor<Rational>>, name = '', at = -1) {
  const stated = new Map(
    [...leaves].map(([leaf, tensor]) => [
      leaf,
      mapTensor(tensor, (value, place) => ({
        value,
        derivative: leaf === name && place === at ? rationals.one : rationals.zero,
      })),
    ]),
  )
  return evaluate(exercise.graph, rationalDuals, stated).values
}

/** What the oracle says that is not what a figure shows, at every position. */
function faultsOf(figure: NetworkFigure, source: string): string[] {
  const exercise = exerciseOf(source)
  const faults: string[] = []
  const { knob, still, moving, back, loss } = figure
  for (const [position, own] of moving.entries()) {
    const numbers = { ...still, ...own }
    const leaves = leavesOf(exercise)
    const leaf = knob && leaves.get(knob.leaf)
    if (knob && leaf) {
      const here = numberOf(knob.positions[position] ?? '')
      leaves.set(
        knob.leaf,
        mapTensor(leaf, (value, at) => (at === knob.place ? here : value)),
      )
    }
    const differ = (name: string, found: readonly Rational[]) => {
      if (shown(numbers, name).join() !== texts(found).join()) faults.push(`${name} at position ${position}`)
    }
    for (const [name, tensor] of forward(exercise, leaves))
      differ(
        name,
        tensor.data.map(({ value }) => value),
      )
    for (const { node, uses } of back) {
      const tensor = leaves.get(node)
      if (tensor) {
        differ(
          `dL/d${node}`,
          tensor.data.map(
            (_, at) =>
              nodeValue(forward(exercise, leaves, node, at), loss).data[0]?.derivative ?? rationals.zero,
          ),
        )
      }
      for (const { through, by, share } of uses) {
        if (by !== 'slopes') continue
        const arrived = (numbers[`dL/d${through}`] ?? []).map(numberOf)
        const slopes = (numbers[`d${through}/d${node}`] ?? []).map(numberOf)
        const products = slopes.map((slope, at) =>
          rationals.mul(slope, (arrived.length === 1 ? arrived[0] : arrived[at]) ?? rationals.zero),
        )
        differ(share ?? `dL/d${node}`, products)
      }
    }
  }
  return faults
}

const isNetwork = (figure: Figure): figure is NetworkFigure =>
  figure.kind === 'slider' || figure.kind === 'backward'

describe('the numbers of a figure are the engine’s, at every position', () => {
  const all = figuresOfTheText()
  test('the lesson has figures of all kinds', () => {
    expect(new Set(all.map(({ figure }) => figure.kind)).size).toBe(5)
  })
  test('each has a name and a title that no other has', () => {
    const blocks = textSections.flatMap(({ file }) => [
      ...readFileSync(`lib/lessons/text/${file}`, 'utf8').matchAll(/^```figure/gm),
    ])
    expect(all).toHaveLength(blocks.length)
    for (const said of ['name', 'title'] as const) {
      const saidByAll = all.map(one => one[said])
      expect(new Set(saidByAll).size, said).toBe(saidByAll.length)
    }
    for (const { name, figure } of all) expect(figureNamed(name)?.figure.figure.kind).toBe(figure.kind)
    expect(figureNamed('none')).toBeNull()
  })
  test.each(all.filter(({ figure }) => isNetwork(figure)))('$where', ({ figure, source }) => {
    expect(isNetwork(figure) && faultsOf(figure, source)).toEqual([])
  })

  test.each(all.filter(({ figure }) => figure.kind === 'gate'))('$where', ({ figure, source }) => {
    if (figure.kind !== 'gate') return
    const exercise = exerciseOf(source)
    const { knob, numbers, on } = figure
    for (const [position, now] of numbers.entries()) {
      const leaves = leavesOf(exercise)
      const leaf = leaves.get(knob.leaf)
      if (!leaf) throw new Error('no leaf')
      const here = numberOf(knob.positions[position] ?? '')
      leaves.set(
        knob.leaf,
        mapTensor(leaf, (value, at) => (at === knob.place ? here : value)),
      )
      // A bias moves what stands before the ReLU one for one, so its gradient is what the gate hands on.
      const handed = nodeValue(forward(exercise, leaves, knob.leaf, knob.place), exercise.loss ?? '').data[0]
      expect(showRational(numberOf(now.handed))).toBe(showRational(handed?.derivative ?? rationals.one))
      const product = rationals.mul(numberOf(now.arrived), numberOf(now.slope))
      expect(showRational(product)).toBe(showRational(numberOf(now.handed)))
      expect(on[position]).toBe(rationals.sign(numberOf(now.before)) > 0)
      expect(numberOf(now.after)).toEqual(on[position] ? numberOf(now.before) : rationals.zero)
    }
  })

  test.each(all.filter(({ figure }) => figure.kind === 'descent'))('$where', ({ figure, source }) => {
    if (figure.kind !== 'descent') return
    const exercise = exerciseOf(source)
    const own = leavesOf(exercise)
    const lossOf = (values: ReturnType<typeof forward>) => {
      const [loss] = nodeValue(values, exercise.loss ?? '').data
      if (!loss) throw new Error('no loss')
      return loss
    }
    const params = [...own].filter(([name]) => exercise.graph.get(name)?.role === 'param')
    const slopes = new Map(
      params.map(([name, tensor]) => [
        name,
        tensor.data.map((_, at) => lossOf(forward(exercise, own, name, at)).derivative),
      ]),
    )
    const squares = [...slopes.values()].flat().map(slope => rationals.mul(slope, slope))
    const sum = squares.reduce(rationals.add, rationals.zero)
    const before = lossOf(forward(exercise, own)).value
    for (const [at, text] of figure.rates.entries()) {
      const rate = numberOf(text)
      const moved = params.map(([name, tensor]): [string, Tensor<Rational>] => [
        name,
        mapTensor(tensor, (value, place) =>
          rationals.sub(value, rationals.mul(rate, slopes.get(name)?.[place] ?? rationals.zero)),
        ),
      ])
      const after = lossOf(forward(exercise, new Map([...own, ...moved]))).value
      const shownHere = [figure.losses[at], figure.changes[at], figure.foretold[at]]
      expect(texts(shownHere.map(number => numberOf(number ?? '')))).toEqual(
        texts([after, rationals.sub(after, before), rationals.neg(rationals.mul(rate, sum))]),
      )
    }
  })

  test.each(all.filter(({ figure }) => figure.kind === 'paths'))('$where', ({ figure, source }) => {
    if (figure.kind !== 'paths') return
    const exercise = exerciseOf(source)
    const [whole] = nodeValue(forward(exercise, leavesOf(exercise), figure.from, 0), figure.to).data
    const products = figure.paths.map(({ slopes, product }) => {
      const made = slopes.map(numberOf).reduce(rationals.mul, rationals.one)
      expect(showRational(made)).toBe(showRational(numberOf(product)))
      return made
    })
    expect(showRational(products.reduce(rationals.add, rationals.zero))).toBe(
      showRational(whole?.derivative ?? rationals.zero),
    )
    expect(showRational(numberOf(figure.total))).toBe(showRational(whole?.derivative ?? rationals.zero))
    expect(new Set(figure.paths.map(({ nodes }) => nodes.join(' '))).size).toBe(figure.paths.length)
  })

  const network = lessonSource('full-small-network')
  const built = buildKey(exerciseOf(network))
  const knobs = [
    ['x[1]', 1, 1],
    ['W1[3,2]', -1, 2],
    ['b1[2]', 2, 5],
    ['W2[1,2]', -2, 1],
    ['b2[1]', -1, 5],
  ] as const
  test('of any knob and any steps', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...knobs),
        fc.constantFrom('1/3', '0.1', '2', '5/7'),
        fc.nat(4),
        fc.nat(4),
        ([knob, n, d], by, below, above) => {
          if (!built.ok) throw new Error('no key')
          const step = numberOf(by)
          const at = (times: number) =>
            showRational(rationals.add(rational(n, d), rationals.mul(rational(times), step)))
          const asked = `figure slider name=a exercise=a knob=${knob} from=${at(-below)} to=${at(above + 1)} by=${by}`
          const figure = figureOf(readFigure(asked), built.key, '')
          expect(figure.kind === 'slider' && figure.knob?.positions.length).toBe(below + above + 2)
          expect(isNetwork(figure) && faultsOf(figure, network)).toEqual([])
        },
      ),
      { numRuns: 12 },
    )
  })

  test('an altered number is found', () => {
    const [one] = all.filter(({ figure }) => isNetwork(figure))
    if (!one || !isNetwork(one.figure)) throw new Error('no figure')
    const { figure, source } = one
    const name = Object.keys(figure.moving[0] ?? {}).find(key => key.startsWith('dL/d')) ?? ''
    const moving = figure.moving.map((numbers, at) => (at === 1 ? { ...numbers, [name]: ['7/9'] } : numbers))
    expect(faultsOf({ ...figure, moving }, source)).not.toEqual([])
  })
})
