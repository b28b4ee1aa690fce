import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dual } from '@/lib/exact/dual'
import { type Rational, showRational } from '@/lib/exact/rational'
import type { Tensor } from '@/lib/exact/tensor'
import { functions, ops } from '@/lib/network/ops'
import { rationalDuals, rationalField as rationals } from '../exact/plain'
import { tensorArbitrary, tensorsArbitrary } from './samples'

function dot(a: readonly Rational[], b: readonly Rational[]): Rational {
  return a.reduce((sum, x, i) => rationals.add(sum, rationals.mul(x, b[i]!)), rationals.zero)
}

function moving(x: Tensor<Rational>, v: Tensor<Rational>): Tensor<Dual<Rational>> {
  return { shape: x.shape, data: x.data.map((value, i) => ({ value, derivative: v.data[i]! })) }
}

test('every file of the folder is an op of the index, under its own name', () => {
  const files = readdirSync('lib/network/ops').map(file => file.replace(/\.ts$/, ''))
  expect(files.filter(file => file !== 'index').sort()).toEqual(ops.map(op => op.name).sort())
  expect(ops.length).toBe(24)
})

test('functions are the ops with a call form, by their words', () => {
  expect([...functions.keys()].sort()).toEqual(
    [
      'abs max mean min relu square step sum'.split(' '),
      'concat conv1d dropout embed reshape slice stack'.split(' '),
    ]
      .flat()
      .sort(),
  )
})

describe.each(ops.map(op => [op.name, op] as const))('%s', (_name, op) => {
  const fit = op.samples.fit.map(
    ({ shapes, settings = [], entries }) =>
      [`${JSON.stringify(shapes)} ${JSON.stringify(settings)}`, shapes, settings, entries] as const,
  )

  test('has samples', () => expect(fit.length).toBeGreaterThan(2))

  test.each(fit)(
    '%s: <u, Jv> = <J^T u, v>, with Jv from dual numbers',
    (_label, shapes, settings, entries) => {
      const rule = op.shape(shapes, settings)
      if (!rule.ok) throw new Error(rule.reason)
      let compared = 0
      fc.assert(
        fc.property(
          tensorsArbitrary(shapes, entries),
          tensorsArbitrary(shapes),
          tensorArbitrary(rule.shape),
          (inputs, v, u) => {
            const plain = op.forward(rationals, inputs, settings)
            const moved = op.forward(
              rationalDuals,
              inputs.map((x, i) => moving(x, v[i]!)),
              settings,
            )
            expect(moved.ok).toBe(plain.ok)
            if (!plain.ok || !moved.ok) return
            compared += 1
            expect(plain.value.shape).toEqual(rule.shape)
            expect(moved.value.data.map(entry => entry.value)).toEqual(plain.value.data)
            const pulled = op.vjp(rationals, { inputs, output: plain.value, upstream: u, settings })
            expect(pulled.map(({ shape }) => shape)).toEqual(shapes)
            const forward = dot(
              u.data,
              moved.value.data.map(entry => entry.derivative),
            )
            const backward = pulled.reduce(
              (sum, part, i) => rationals.add(sum, dot(part.data, v[i]!.data)),
              rationals.zero,
            )
            expect(showRational(backward)).toBe(showRational(forward))
          },
        ),
        { numRuns: 60 },
      )
      expect(compared).toBeGreaterThan(20)
    },
  )

  test('says in words which shapes do not go together', () => {
    for (const { shapes, settings = [] } of op.samples.misfit) {
      const rule = op.shape(shapes, settings)
      expect(rule.ok, JSON.stringify({ shapes, settings })).toBe(false)
      if (!rule.ok) expect(rule.reason).toMatch(/^[^A-Z].{10,}[^.]$/)
    }
  })

  test.each(fit)('%s: is typeset as well-formed MathML', (_label, shapes, settings) => {
    const rule = op.shape(shapes, settings)
    if (!rule.ok) throw new Error(rule.reason)
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

test('an op of slope 0 at its kink says so in a convention exactly where it is met', () => {
  const [zero, one] = [rationals.zero, rationals.one]
  const met = (name: string, inputs: Tensor<Rational>[]): string[] =>
    (ops.find(op => op.name === name)?.conventions ?? [])
      .filter(convention => convention.occurs(rationals, inputs))
      .map(({ sentence }) => sentence)
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
