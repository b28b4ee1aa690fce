import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomField, type Scalar, type TranscendentalField, transcendentalDuals } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { type Rational, rational } from '@/lib/exact/rational'
import { mapTensor, type Shape, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { calls } from '@/lib/language/calls'
import { type MistakeId, type Op, type Operand, type Settings, sameTensor } from '@/lib/network'
import { derived } from '@/lib/network/derived'
import { ops } from '@/lib/network/ops'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'
import { rationalField as rationals } from '../exact/plain'
import { tensorArbitrary, tensorsArbitrary } from './samples'

takesLong()

/** The ops that lead beyond the rationals; the others are tested over the rationals only. */
const beyond = new Set(
  [
    'attention cross_entropy exp layernorm log log_softmax sigmoid softmax softplus sqrt tanh',
    'batchnorm bce bce_logits elu masked_softmax norm silu',
    'cos erf gelu gelu_tanh pi raised sin',
  ].flatMap(names => names.split(' ')),
)

function atoms(): TranscendentalField<Scalar> {
  return atomField(new Budget({ work: 50_000_000, digits: 4096 }))
}

function dot<S>({ add, mul, zero }: TranscendentalField<S>, a: readonly S[], b: readonly S[]): S {
  return a.reduce((sum, x, i) => add(sum, mul(x, b[i]!)), zero)
}

interface OnNumbers {
  readonly inputs: readonly Tensor<Rational>[]
  /** The direction in which the inputs move. */
  readonly v: readonly Tensor<Rational>[]
  /** The gradient that arrives at the output. */
  readonly u: Tensor<Rational>
  readonly settings: Settings
}

/** One comparison of the gradient rule with dual numbers; 0 where the op has no output or no slope there. */
function contract<S>(op: Op, field: TranscendentalField<S>, shape: Shape, sample: OnNumbers): 0 | 1 {
  const { settings } = sample
  const [inputs, v] = [sample.inputs, sample.v].map(tensors =>
    tensors.map(tensor => mapTensor(tensor, field.fromRational)),
  ) as [Tensor<S>[], Tensor<S>[]]
  const upstream = mapTensor(sample.u, field.fromRational)
  const plain = op.forward(field, inputs, settings)
  if (op.noSlope?.(field, inputs)) return 0
  const moved = op.forward(
    transcendentalDuals(field),
    inputs.map((x, nth) => zipTensors(x, v[nth]!, (value, derivative) => ({ value, derivative }))),
    settings,
  )
  expect(moved.ok).toBe(plain.ok)
  if (!plain.ok || !moved.ok) return 0
  const output = plain.value
  expect(output.shape).toEqual(shape)
  for (const [at, { value }] of moved.value.data.entries()) {
    expect(field.equals(value, output.data[at]!)).toBe(true)
  }
  const pulled = op.vjp(field, { inputs, output, upstream, settings })
  expect(pulled.map(part => part.shape)).toEqual(inputs.map(input => input.shape))
  const derivatives = moved.value.data.map(({ derivative }) => derivative)
  const backward = pulled.map((part, nth) => dot(field, part.data, v[nth]!.data))
  expect(field.equals(dot(field, upstream.data, derivatives), backward.reduce(field.add, field.zero))).toBe(
    true,
  )
  const told = op.vjpByOutput?.(field, { output, upstream, settings })
  for (const [at, part] of (told?.data ?? []).entries()) {
    expect(field.equals(part, pulled[0]!.data[at]!)).toBe(true)
  }
  return 1
}

test('every file of the folder is an op of the index, under its own name', () => {
  const files = readdirSync('lib/network/ops').map(file => file.replace(/\.ts$/, ''))
  expect(files.filter(file => file !== 'index').sort()).toEqual(ops.map(op => op.name).sort())
  expect(ops.length).toBeGreaterThanOrEqual(72)
})

test('every function of the language is an op of the same name, or put together of ops', () => {
  const names = new Set([...ops.map(op => op.name), ...derived.keys()])
  expect([...calls.keys()].filter(word => !names.has(word))).toEqual([])
  // What is no function is written otherwise: an operator, brackets, a sign.
  expect([...names].filter(name => !calls.has(name)).sort()).toEqual(
    [
      'add block divide entry matmul multiply negate pi power raised subtract times',
      'equal greater greater_equal less less_equal unequal',
    ]
      .flatMap(words => words.split(' '))
      .sort(),
  )
})

describe.each(ops.map(op => [op.name, op] as const))('%s', (_name, op) => {
  const fit = op.samples.fit.map(
    ({ shapes, settings = [], entries }) =>
      [`${JSON.stringify(shapes)} ${JSON.stringify(settings)}`, shapes, settings, entries] as const,
  )

  // What takes nothing can be tried in one way only.
  const least = fit.every(([, shapes, settings]) => shapes.length + settings.length === 0) ? 1 : 3
  test('has samples', () => expect(fit.length).toBeGreaterThanOrEqual(least))

  test.each(fit)(
    '%s: <u, Jv> = <J^T u, v>, with Jv from dual numbers',
    (_label, shapes, settings, entries) => {
      const rule = op.shape(shapes, settings)
      if (!rule.ok) throw new Error(rule.reason.id)
      const runs = beyond.has(op.name) ? 25 : 60
      let compared = 0
      fc.assert(
        fc.property(
          tensorsArbitrary(shapes, entries),
          tensorsArbitrary(shapes),
          tensorArbitrary(rule.shape),
          (inputs, v, u) => {
            const sample = { inputs, v, u, settings }
            compared += beyond.has(op.name)
              ? contract(op, atoms(), rule.shape, sample)
              : contract(op, rationals, rule.shape, sample)
          },
        ),
        { numRuns: runs },
      )
      expect(compared).toBeGreaterThan(runs / 3)
    },
  )

  test('says in words which shapes do not go together', () => {
    for (const { shapes, settings = [] } of op.samples.misfit) {
      const rule = op.shape(shapes, settings)
      expect(rule.ok, JSON.stringify({ shapes, settings })).toBe(false)
      if (!rule.ok) expect(plainSentence(rule.reason)).toMatch(/^[^A-Z].{10,}[^.]$/)
    }
  })

  test.each(fit)('%s: is typeset as well-formed MathML', (_label, shapes, settings) => {
    const rule = op.shape(shapes, settings)
    if (!rule.ok) throw new Error(rule.reason.id)
    const inputs = shapes.map((shape, i) => ({ mathml: `<mi>x${i}</mi>`, strength: 1, shape, signed: true }))
    const { mathml } = op.notation(inputs, settings, rule.shape)
    const open: string[] = []
    for (const [, slash, tag] of mathml.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
      if (slash) expect(open.pop()).toBe(tag)
      else open.push(tag!)
    }
    expect(open).toEqual([])
    for (const { mathml: inner } of inputs) expect(mathml).toContain(inner)
  })
})

test.each([
  [['3 0 -1 1', '3 2 -4/3 -2', '1'], ['0 0 0 0', '1 1 -1 1 1 1', '1'], '1 0 1 0 0 -1'],
  [['-1 -1 -1 1', '2 1 -2/3 -3/2', '-1'], ['0 0 0 -1', '1 -1 -1 -1 1 1', '1'], '0 1 1 -1 -1 2'],
  [['2 -1 0 -1/3', '-4 0 2 1/3', '-1'], ['0 0 0 0', '0 0 0 0 0 0', '1/3'], '0 0 1 0 0 1'],
])(
  'attention over sums of many large exponentials is told to 300 digits: %j',
  (inputs, directions, upstream) => {
    const attention = ops.find(op => op.name === 'attention')
    const tensor = (shape: Shape, text: string): Tensor<Rational> => ({
      shape,
      data: text.split(' ').map(entry => {
        const [n, d] = entry.split('/').map(Number)
        return rational(n!, d ?? 1)
      }),
    })
    const [q, k, scale] = inputs
    const [dk, dv, dscale] = directions
    const sample = {
      inputs: [tensor([2, 2], q!), tensor([2, 2], k!), tensor([2, 3], '0 0 0 0 0 -1'), tensor([], scale!)],
      v: [tensor([2, 2], '0 0 0 0'), tensor([2, 2], dk!), tensor([2, 3], dv!), tensor([], dscale!)],
      u: tensor([2, 3], upstream),
      settings: [],
    }
    expect(contract(attention!, atoms(), [2, 3], sample)).toBe(1)
  },
)

test('an op of slope 0 at its kink says so in a convention exactly where it is met', () => {
  const [zero, one] = [rationals.zero, rationals.one]
  const met = (name: string, inputs: Tensor<Rational>[]): string[] =>
    (ops.find(op => op.name === name)?.conventions ?? [])
      .filter(convention => convention.occurs(rationals, inputs))
      .map(({ sentence }) => plainSentence(sentence))
  const at = (...data: Rational[]): Tensor<Rational> => ({ shape: [data.length], data })
  for (const name of ['relu', 'step', 'abs']) {
    expect(met(name, [at(one, zero)])).toContain(`${name} has slope 0 at 0.`)
    expect(met(name, [at(one, one)])).toEqual([])
  }
  expect(met('step', [at(zero)])).toContain('step(0) is 0.')
  for (const name of ['max', 'min']) {
    expect(met(name, [at(one, zero), at(zero, zero)])).toHaveLength(1)
    expect(met(name, [at(one, zero), at(zero, one)])).toEqual([])
  }
})

/** The mistakes of an op that differ from the right rule on these numbers, and all that it offers there. */
function mistakesOn<S>(op: Op, field: TranscendentalField<S>, { inputs, u, settings }: OnNumbers) {
  const offered = new Set<MistakeId>()
  const differing = new Set<MistakeId>()
  const own = inputs.map(tensor => mapTensor(tensor, field.fromRational))
  const plain = op.forward(field, own, settings)
  if (!plain.ok || op.noSlope?.(field, own)) return { offered, differing }
  const pass = {
    inputs: own,
    output: plain.value,
    upstream: mapTensor(u, field.fromRational),
    settings,
  }
  const right = op.vjp(field, pass)
  const kinds: Operand[] = ['parameter', 'computed', 'number']
  for (const first of kinds) {
    const operands = inputs.map((_, nth) => (nth === 0 ? first : 'computed'))
    for (const site of [
      { operands, inLoss: true },
      { operands: operands.toReversed(), inLoss: false },
    ]) {
      const wrongs = [
        ...(op.mistakes?.forward?.(field, pass, site) ?? []).map(found => ({ found, truth: plain.value })),
        ...inputs.flatMap((_, into) =>
          (op.mistakes?.back?.(field, pass, into, site) ?? []).map(found => ({ found, truth: right[into]! })),
        ),
      ]
      for (const { found, truth } of wrongs) {
        expect(found.value.shape).toEqual(truth.shape)
        offered.add(found.mistake)
        if (!sameTensor(field, found.value, truth)) differing.add(found.mistake)
      }
    }
  }
  return { offered, differing }
}

describe.each(ops.filter(op => op.mistakes !== undefined).map(op => [op.name, op] as const))(
  'the mistakes of %s',
  (_name, op) => {
    test('throw on no numbers, have the shape of what is right, and each differs from it on some sample', () => {
      const offered = new Set<MistakeId>()
      const differing = new Set<MistakeId>()
      for (const { shapes, settings = [], entries } of op.samples.fit) {
        const rule = op.shape(shapes, settings)
        if (!rule.ok) throw new Error(rule.reason.id)
        fc.assert(
          fc.property(tensorsArbitrary(shapes, entries), tensorArbitrary(rule.shape), (inputs, u) => {
            const sample = { inputs, u, v: [], settings }
            const on = beyond.has(op.name)
              ? mistakesOn(op, atoms(), sample)
              : mistakesOn(op, rationals, sample)
            for (const mistake of on.offered) offered.add(mistake)
            for (const mistake of on.differing) differing.add(mistake)
          }),
          { numRuns: 8 },
        )
      }
      expect(offered.size).toBeGreaterThan(0)
      expect([...differing].sort()).toEqual([...offered].sort())
    })
  },
)
