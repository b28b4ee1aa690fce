import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rational, rational, rationals } from '@/lib/exact/rational'
import type { Key } from '@/lib/exercise'
import { takesLong } from '../../takes-long'
import { keyOf } from '../exercise/solve'
import { gradeSheet, gradeStep } from './plain'

takesLong()

type Cells = Record<string, string[]>

const grade = (key: Key, step: string, cells: string[], earlier: Cells = {}, revealed: string[] = []) =>
  gradeStep(key, step, cells, new Map(Object.entries(earlier)), new Set(revealed))

const said = ({ verdict, follows }: ReturnType<typeof grade>) => ({
  verdict: verdict.verdict,
  cells: verdict.cells.map(({ verdict, reason }) => `${verdict} ${reason}`).join(', '),
  follows,
})

/** u = 1/3, v = 2/3, w = 14/3. */
const chain = 'given x = 1/3\nu = x * 1\nv = 2 * u\nw = 7 * v\n'

describe('rounding as one goes', () => {
  test('what is right for the own, rounded value is right, and nothing in the message blames anybody', () => {
    const key = keyOf(`${chain}ask u rounded 2, v, w rounded 2`)
    const exact = grade(key, 'v', ['0.66'], { u: ['0.33'] })
    expect(said(exact)).toEqual({ verdict: 'right', cells: 'right rounded', follows: ['u'] })
    expect(exact.verdict.message).toBe(
      'Right, going on from your own earlier numbers. v = 2 * u, with the earlier values put in.',
    )
    const rounded = grade(key, 'w', ['4.62'], { u: ['0.33'], v: ['0.66'] })
    expect(said(rounded)).toEqual({ verdict: 'right', cells: 'right rounded', follows: ['u', 'v'] })
    expect(rounded.verdict.message).toMatch(/^Right, correctly rounded\. /)
    expect(said(grade(key, 'v', ['2/3'], { u: ['0.33'] }))).toMatchObject({
      verdict: 'right',
      cells: 'right rational',
      follows: [],
    })
    expect(said(grade(key, 'v', ['0.68'], { u: ['0.33'] })).verdict).toBe('wrong')
  })

  test('rounding counts on the way: as the step asks', () => {
    const key = keyOf(`${chain}ask u, v rounded 2, w rounded 3 sf`)
    expect(said(grade(key, 'w', ['4.69'], { v: ['0.67'] })).verdict).toBe('right')
    expect(said(grade(key, 'w', ['4.7'], { v: ['0.67'] })).verdict).toBe('wrong')
  })

  test('the reason is the step’s own, else that of the earlier answers', () => {
    const reasons = (u: string, v: string, typed: string) =>
      said(grade(keyOf(`${chain}ask u ${u}, v ${v}`), 'v', [typed], { u: ['0.33'] })).cells
    expect(reasons('rounded 2', '', '0.66')).toBe('right rounded')
    expect(reasons('within 0.01', '', '0.66')).toBe('right within')
    expect(reasons('within 0.01', 'exact', '0.66')).toBe('right within')
    expect(reasons('within 0.01', 'rounded 2', '0.66')).toBe('right rounded')
    expect(reasons('rounded 2 sf', 'within 0.001', '0.6605')).toBe('right within')
  })

  test('some of the values may be the own ones and others the true ones, cell by cell', () => {
    const key = keyOf(
      'given x = 1/3\ngiven y = 2/3\nu = x * 1\nv = y * 1\nw = [u + v, u - v, u * v]\naccept rounded 2\nask u, v\naccept exact\nask w',
    )
    const own = { u: ['0.33'], v: ['0.67'] }
    expect(said(grade(key, 'w', ['1', '-0.34', '0.2211'], own))).toEqual({
      verdict: 'right',
      cells: 'right rational, right rounded, right rounded',
      follows: ['u', 'v'],
    })
    expect(said(grade(key, 'w', ['0.33+2/3', '1/3-0.67', '0.2211'], own))).toMatchObject({
      verdict: 'right',
      follows: ['u', 'v'],
    })
    const mixed = grade(key, 'w', ['1', '-0.34', '5'], own)
    expect(said(mixed)).toMatchObject({
      verdict: 'wrong',
      cells: 'right rational, right rounded, wrong rational',
      follows: ['u', 'v'],
    })
    expect(mixed.verdict.message).toBe('Two of three. Entry 3 is not there yet.')
  })

  test('it follows where a wrong answer takes part too, and names that one alone', () => {
    const key = keyOf(
      'given x = 1/3\ngiven y = 2/3\nu = x * 1\nv = y * 1\nw = [u, u * v]\nask u rounded 2, v, w exact',
    )
    const graded = grade(key, 'w', ['0.33', '1.65'], { u: ['0.33'], v: ['5'] })
    expect(said(graded)).toEqual({
      verdict: 'follows',
      cells: 'right rounded, follows rational',
      follows: ['u', 'v'],
    })
    expect(graded.verdict.message).toBe('Right, given your own v. That earlier answer is not exact yet.')
  })

  test('it follows where a branch falls otherwise than on the true values', () => {
    // z = (0.001, 1/3), and the gate of the first unit shuts where it is rounded to 0.
    const key = keyOf(`given x = [1/1000, 1/3]
z = 1 * x
h = relu(z)
loss L = sum(h^2) + sum(h)
ask z rounded 2, dL/dh, dL/dz`)
    const own = { z: ['0.00', '0.33'], 'dL/dh': ['1.002', '5/3'] }
    expect(said(grade(key, 'dL/dz', ['0', '5/3'], own))).toEqual({
      verdict: 'follows',
      cells: 'follows rational, right rational',
      follows: ['z'],
    })
    // On the way, without an answer to dL/dh: the other unit's branch is the true one.
    expect(said(grade(key, 'dL/dz', ['0', '1.66'], { z: ['0.00', '0.33'] }))).toEqual({
      verdict: 'follows',
      cells: 'follows rational, right rounded',
      follows: ['z'],
    })
  })

  test('an answer that is right by going on is one to go on from, however far back', () => {
    const far = keyOf(`given x = 1/7
a = 3 * x
b = a * a
c = 5 * b
d = c - a
loss L = d^2
accept rounded 2
ask a, b, c, d, L
ask dL/dd, dL/dc, dL/da`)
    // a = 0.43, so b = 0.18 (0.1849) and not 0.18367, c = 0.90, d = 0.47, L = 0.22, and so on.
    const sheet = { a: '0.43', b: '0.18', c: '0.90', d: '0.47', L: '0.22', 'dL/dd': '0.94', 'dL/dc': '0.94' }
    const outcome = gradeSheet(far, sheet)
    if (!outcome.ok) throw new Error(outcome.message)
    const verdicts = Object.values(outcome.report.steps).map(({ verdict }) => verdict)
    expect(new Set(verdicts)).toEqual(new Set(['right']))
    const cells = Object.fromEntries(Object.entries(sheet).map(([id, text]) => [id, [text]]))
    const { L: _, ...before } = cells
    expect(said(grade(far, 'L', ['0.2209'], before)).follows).toEqual(['a', 'b', 'c', 'd'])
    // With a wrong a in the chain it follows instead.
    expect(said(grade(far, 'c', ['0.80'], { a: ['0.4'], b: ['0.16'] })).verdict).toBe('follows')
  })
})

describe('[G5] rounding as one goes', () => {
  test('a reveal does not end it, but what follows from a wrong answer ends', () => {
    const key = keyOf(`${chain}ask u rounded 2, v`)
    expect(said(grade(key, 'v', ['0.66'], { u: ['0.33'] }, ['u']))).toMatchObject({
      verdict: 'right',
      follows: ['u'],
    })
    expect(said(grade(key, 'v', ['0.68'], { u: ['0.34'] }, ['u'])).verdict).toBe('wrong')
    expect(said(grade(key, 'v', ['2/3'], {}, ['u'])).verdict).toBe('right')
  })

  test('all zeros leave nothing to work out: more digits are asked for', () => {
    const key = keyOf('given x = 1/900\nu = x * 1\nv = 2 * u\nask u rounded 2, v')
    const graded = grade(key, 'v', ['0'], { u: ['0.00'] })
    expect(said(graded)).toMatchObject({ verdict: 'wrong', follows: ['u'] })
    expect(graded.mend).toEqual(['u'])
    expect(graded.verdict.message).toBe(
      'Give more digits in u first. As it stands, nothing is left to work out here.',
    )
  })

  test('0, 1 and -1 do so only within a distance', () => {
    const source = (how: string) => keyOf(`given x = 10/9\nu = x * 1\nv = 2 * u\nask u ${how}, v`)
    const graded = (how: string) => grade(source(how), 'v', ['2'], { u: ['1'] })
    expect(said(graded('rounded 0')).verdict).toBe('right')
    expect(said(graded('rounded 1 sf')).verdict).toBe('right')
    expect(said(graded('within 0.2'))).toMatchObject({ verdict: 'wrong', follows: ['u'] })
    expect(graded('within 0.2').verdict.message).toBe(
      'Give more digits in u first. As it stands, nothing is left to work out here.',
    )
  })
})

/** A decimal of so many places, correctly rounded, a tie either way. */
function roundedTo(value: Rational, places: number, up: boolean): string {
  const unit = 10n ** BigInt(places)
  const [top, bottom] = [2n * value.n * unit + value.d, 2n * value.d]
  let floor = top / bottom
  if (top % bottom !== 0n && top < 0n) floor -= 1n
  const tie = top % bottom === 0n
  const count = tie && !up ? floor - 1n : floor
  const digits = String(count < 0n ? -count : count).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return `${count < 0n ? '-' : ''}${text}`
}

const decimal = (text: string): Rational => {
  const [whole = '', fraction = ''] = text.split('.')
  return rational(BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length))
}

/**
 * A network of two inputs by hand, forward and backward: z = w x + b, h = relu(z), d = h - y, L = d^2. The second implementation
 * works on decimals alone and knows nothing of grading.
 */
const student = fc.record({
  w: fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 13 })),
  x: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 13 })),
  b: fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 13 })),
  places: fc.integer({ min: 1, max: 4 }),
  ups: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
})

test('a student who rounds every step correctly and goes on exactly from there is never called wrong', () => {
  const met = { right: 0, going: 0 }
  fc.assert(
    fc.property(student, ({ w, x, b, places, ups }) => {
      const { add, sub, mul } = rationals
      const key = keyOf(`param w = ${w.join('/')}
given x = ${x.join('/')}
param b = ${b.join('/')}
p = w * x
z = p + b
h = relu(z)
d = h - 5/7
loss L = d^2
accept rounded ${places}
ask p, z, h, d, L
ask dL/dd, dL/dz, dL/dw`)
      const earlier: Cells = {}
      const step = (id: string, value: Rational, nth: number): Rational => {
        const typed = roundedTo(value, places, ups[nth] ?? false)
        const { verdict } = grade(key, id, [typed], earlier)
        const own = decimal(typed)
        // Nothing is left to work out where the own numbers give 0; a gate may fall otherwise there.
        if (own.n === 0n || turned) expect(['right', 'follows', 'wrong']).toContain(verdict.verdict)
        else {
          expect(verdict.verdict, `${id} ${typed} ${JSON.stringify(earlier)}`).toBe('right')
          met.right += 1
          if (/going|rounded/.test(verdict.message)) met.going += 1
          expect(verdict.message).not.toMatch(/given your own|not exact/)
        }
        earlier[id] = [typed]
        return own
      }
      let turned = false
      const [W, X, B] = [w, x, b].map(([n, d]) => rational(n, d)) as [Rational, Rational, Rational]
      const trueZ = add(mul(W, X), B)
      const p = step('p', mul(W, X), 0)
      const z = step('z', add(p, B), 1)
      turned = rationals.sign(z) > 0 !== rationals.sign(trueZ) > 0
      const open = rationals.sign(z) > 0
      const h = step('h', open ? z : rationals.zero, 2)
      const d = step('d', sub(h, rational(5, 7)), 3)
      step('L', mul(d, d), 4)
      const dd = step('dL/dd', mul(rational(2), d), 5)
      const dz = step('dL/dz', open ? dd : rationals.zero, 6)
      step('dL/dw', mul(dz, X), 7)
    }),
    { numRuns: 250 },
  )
  expect(met.going).toBeGreaterThan(200)
})

/** Two layers without gates; each number is off by some thirds of a fifth of the distance allowed, and gone on from. */
const drifting = fc.record({
  A: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
  B: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
  x: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }),
  offs: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 9, maxLength: 9 }),
  own: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
})

test('within a distance: each answer may be off its own and go on from what came before, or from the true values', () => {
  const { add, mul } = rationals
  fc.assert(
    fc.property(drifting, ({ A, B, x, offs, own }) => {
      const matrix = (M: readonly number[]) => `[[${M[0]}, ${M[1]}], [${M[2]}, ${M[3]}]] / 7`
      const key = keyOf(`given x = [${x}]
param A = ${matrix(A)}
param B = ${matrix(B)}
u = A @ x
v = B @ u
loss L = sum(v^2)
accept within 1/10
ask u, v, L, dL/dv, dL/du`)
      const earlier: Cells = {}
      let nth = 0
      /** Types each value, off by at most the distance; gives back what was typed. */
      const step = (id: string, values: readonly Rational[]): Rational[] => {
        const typed = values.map(value => {
          nth += 1
          return add(value, rational(offs[(nth - 1) % offs.length] ?? 0, 30))
        })
        const cells = typed.map(({ n, d }) => `${n}/${d}`)
        const { verdict, mend } = grade(key, id, cells, earlier)
        // Earlier answers of 0, 1 and -1 alone leave nothing to work out, and are told.
        if (mend.length === 0)
          expect(verdict.verdict, `${id} ${cells} ${JSON.stringify(earlier)}`).toBe('right')
        earlier[id] = cells
        return typed
      }
      const sevenths = (M: readonly number[]) =>
        M.map(n => rational(n, 7)) as [Rational, Rational, Rational, Rational]
      const [[a, b, c, d], [e, f, g, h]] = [sevenths(A), sevenths(B)]
      const [X, Y] = x.map(n => rational(n)) as [Rational, Rational]
      const trueU = [add(mul(a, X), mul(b, Y)), add(mul(c, X), mul(d, Y))]
      const next = (U: readonly Rational[]) => [
        add(mul(e, U[0]!), mul(f, U[1]!)),
        add(mul(g, U[0]!), mul(h, U[1]!)),
      ]
      const trueV = next(trueU)
      const u = step('u', trueU)
      const v = step('v', next(own[0] ? u : trueU))
      const from = own[1] ? v : trueV
      step('L', [add(mul(from[0]!, from[0]!), mul(from[1]!, from[1]!))])
      const two = rational(2)
      const dv = step(
        'dL/dv',
        (own[2] ? v : trueV).map(value => mul(two, value)),
      )
      const back = own[3] ? dv : trueV.map(value => mul(two, value))
      step('dL/du', [add(mul(e, back[0]!), mul(g, back[1]!)), add(mul(f, back[0]!), mul(h, back[1]!))])
    }),
    { numRuns: 150 },
  )
})
