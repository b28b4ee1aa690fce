import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from '@/lib/exact/atoms'
import { isTensorStep } from '@/lib/exercise'
import { takesLong } from '../../../takes-long'
import { keyOf } from '../solve'
import { type Method, optimise, type Settings, type Values } from './optimiser'

takesLong()

/** Numbers in tenths, so that the file and the float hold the same. */
const tenths = (low: number, high: number) =>
  fc.integer({ min: low, max: high }).map(value => ({ text: `${value / 10}`, value: value / 10 }))
const share = fc.constantFrom('0', '0.5', '0.9', '1/4').map(text => ({ text, value: numberOf(text) }))
const eps = fc.constantFrom('', '0.5', '1e-8')

function numberOf(text: string): number {
  const [top = '0', bottom = '1'] = text.split('/')
  return Number(top) / Number(bottom)
}

type Said = { readonly words: string; readonly method: Method }

const saidEps = (text: string) => (text === '' ? '' : ` eps ${text}`)

const methods: fc.Arbitrary<Said> = fc.oneof(
  fc.constant<Said>({ words: '', method: { kind: 'plain' } }),
  fc.record({ mu: share, nesterov: fc.boolean() }).map(
    ({ mu, nesterov }): Said => ({
      words: ` momentum ${mu.text}${nesterov ? ' nesterov' : ''}`,
      method: { kind: 'momentum', mu: mu.value, nesterov },
    }),
  ),
  fc.record({ b1: share, b2: fc.constantFrom('0.5', '0.9'), eps }).map(
    ({ b1, b2, eps }): Said => ({
      words: ` adam ${b1.text} ${b2}${saidEps(eps)}`,
      method: { kind: 'adam', b1: b1.value, b2: Number(b2), eps: Number(eps) },
    }),
  ),
  fc.record({ rho: fc.constantFrom('0.5', '0.9'), eps }).map(
    ({ rho, eps }): Said => ({
      words: ` rmsprop ${rho}${saidEps(eps)}`,
      method: { kind: 'rmsprop', rho: Number(rho), eps: Number(eps) },
    }),
  ),
)

/** Two inputs, two outputs: y = f(W x + b), with f the identity or the hyperbolic tangent. */
const networks = fc.record({
  W: fc.array(tenths(-20, 20), { minLength: 4, maxLength: 4 }),
  b: fc.array(tenths(-20, 20), { minLength: 2, maxLength: 2 }),
  x: fc.array(tenths(-20, 20), { minLength: 2, maxLength: 2 }),
  y: fc.array(tenths(-20, 20), { minLength: 2, maxLength: 2 }),
  isBent: fc.boolean(),
})

const runs = fc.record({
  network: networks,
  said: methods,
  up: fc.boolean(),
  clip: fc.constantFrom(null, '0.5', '4'),
  decay: fc.constantFrom(null, '0.1', '1/2'),
  steps: fc.constantFrom(1, 2, 3),
})

function lossOf(x: number[], y: number[], isBent: boolean) {
  return (params: Values) => {
    const { W = [], b = [] } = params
    const z = [0, 1].map(i => W[2 * i]! * x[0]! + W[2 * i + 1]! * x[1]! + b[i]!)
    const h = z.map(value => (isBent ? Math.tanh(value) : value))
    // Where the slope is 0 a float may have a rest of it, and Adam would take its sign for the whole step.
    const dz = h
      .map((value, i) => 2 * (value - y[i]!) * (isBent ? 1 - value ** 2 : 1))
      .map(slope => (Math.abs(slope) < 1e-13 ? 0 : slope))
    return {
      loss: h.reduce((sum, value, i) => sum + (value - y[i]!) ** 2, 0),
      gradients: { W: dz.flatMap(slope => x.map(entry => slope * entry)), b: dz },
    }
  }
}

test('every answer of a descent is what PyTorch’s methods give', () => {
  fc.assert(
    fc.property(runs, ({ network: { W, b, x, y, isBent }, said, up, clip, decay, steps }) => {
      const texts = (list: { text: string }[]) => list.map(({ text }) => text)
      const [w1, w2, w3, w4] = texts(W)
      const word = up ? 'ascend' : 'descend'
      const pulls = `${clip === null ? '' : ` clip ${clip}`}${decay === null ? '' : ` decay ${decay}`}`
      const source = [
        `given x = [${texts(x)}]`,
        `given y = [${texts(y)}]`,
        `param W = [[${w1}, ${w2}], [${w3}, ${w4}]]`,
        `param b = [${texts(b)}]`,
        `h = ${isBent ? 'tanh(W @ x + b)' : 'W @ x + b'}`,
        'loss L = sum((h - y)^2)',
        `${word} 0.1${said.words}${pulls} steps ${steps}`,
      ].join('\n')
      const values = (list: { value: number }[]) => list.map(({ value }) => value)
      const settings: Settings = {
        method: said.method,
        rate: 0.1,
        clip: clip === null ? null : Number(clip),
        decay: decay === null ? 0 : numberOf(decay),
        maximise: up,
        steps,
      }
      const expected = optimise(
        { W: values(W), b: values(b) },
        lossOf(values(x), values(y), isBent),
        settings,
      )
      const names = { plain: [], momentum: ['v'], adam: ['m', 's'], rmsprop: ['s'] }[said.method.kind]
      const wanted = expected.flatMap(({ params, states, predicted, loss, actual }, nth) => {
        const prefix = nth === 0 ? word : `${word}.step${nth + 1}`
        return [
          ...['W', 'b'].flatMap(param => [
            ...names.map(state => [`${prefix}.${state}.${param}`, states[state]![param]!] as const),
            [`${prefix}.${param}`, params[param]!] as const,
          ]),
          [`${prefix}.predicted`, [predicted]] as const,
          [`${prefix}.loss`, [loss]] as const,
          [`${prefix}.actual`, [actual]] as const,
        ]
      })
      const found = keyOf(source).steps.filter(isTensorStep)
      expect(found.map(({ id }) => id)).toEqual(wanted.map(([id]) => id))
      for (const [nth, { id, answer }] of found.entries()) {
        const numbers = wanted[nth]![1]
        for (const [at, entry] of answer.data.entries()) {
          // No digits tell a 0 that nothing proves.
          const text = decimal(entry, 15).replace('?', '0')
          const off = Math.abs(Number(text) - numbers[at]!)
          expect(off, `${id} of ${source}`).toBeLessThan(1e-7 * Math.max(1, Math.abs(numbers[at]!)))
        }
      }
    }),
    { numRuns: 60 },
  )
})
