import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { type Rational, rational, showRational } from '@/lib/exact/rational'
import { buildKey, isTensorStep, type Key, readExercise } from '@/lib/exercise'
import { lessonSource } from '../../lesson-files'
import { takesLong } from '../../takes-long'
import { plain } from '../exact/plain'
import { keyOf } from '../exercise/solve'
import { gradeSheet, gradeStep, type PlainGraded } from './plain'

takesLong()

const lesson = keyOf(lessonSource('full-small-network'))

function grade(key: Key, step: string, cells: string[], earlier: Record<string, string[]> = {}): PlainGraded {
  return gradeStep(key, step, cells, new Map(Object.entries(earlier)))
}

const said = ({ verdict, follows }: PlainGraded) => ({
  verdict: verdict.verdict,
  cells: verdict.cells.map(cell => cell.verdict).join(' '),
  follows,
})

/** y = 3 u + 2 v, with u and v from x: every step rests on other steps only. */
const chain = keyOf(`
given x = 5
u = 2 * x
v = x + 1
y = [3 * u, 2 * v, u * v]
loss L = sum(y^2)
ask x, u, v, y, y[3], L, dL/dy
`)
// u = 10, v = 6, y = (30, 12, 60), L = 4644

describe('a right step', () => {
  test('is told why it is right, in one line about its rule', () => {
    const graded = grade(chain, 'v', ['6'], { u: ['11'] })
    expect(graded.verdict.message).toBe('Right, exactly. v = x + 1, with the earlier values put in.')
    expect(grade(chain, 'dL/dy', ['60', '24', '120'], {}).verdict.message).toBe(
      'Right, all three entries. dL/dy: the slope of a square is twice its base, here twice y.',
    )
  })

  test('that only follows is not: it is no right answer yet', () => {
    const { message } = grade(chain, 'y', ['33', '12', '66'], { u: ['11'], v: ['6'] }).verdict
    expect(message).not.toContain('y =')
  })
})

describe('[G5] once a parent’s solution was revealed', () => {
  const shown = (step: string, cells: string[], earlier: Record<string, string[]>, revealed: string[]) =>
    said(gradeStep(chain, step, cells, new Map(Object.entries(earlier)), new Set(revealed)))

  test('nothing follows from the student’s own answer to it, answered or not', () => {
    expect(shown('y', ['33', '12', '66'], { u: ['11'], v: ['6'] }, [])).toMatchObject({ verdict: 'follows' })
    expect(shown('y', ['33', '12', '66'], { u: ['11'], v: ['6'] }, ['u'])).toMatchObject({
      verdict: 'wrong',
      follows: [],
    })
    expect(shown('y', ['30', '12', '60'], { u: ['11'], v: ['6'] }, ['u'])).toMatchObject({ verdict: 'right' })
  })

  test('from others it goes on, and not around the one that was revealed', () => {
    expect(shown('y', ['30', '14', '70'], { u: ['11'], v: ['7'] }, ['u']).follows).toEqual(['v'])
    // x = 6 makes u = 12, which would follow were u not shown.
    const own = { x: ['6'], v: ['6'] }
    expect(shown('y', ['36', '12', '72'], own, []).follows).toEqual(['x'])
    expect(shown('y', ['36', '12', '72'], own, ['u']).verdict).toBe('wrong')
  })
})

describe('[G4] follow-through', () => {
  test('what is right for a wrong earlier answer follows it, and says from which', () => {
    const graded = grade(chain, 'y', ['33', '12', '66'], { u: ['11'], v: ['6'] })
    expect(said(graded)).toEqual({ verdict: 'follows', cells: 'follows right follows', follows: ['u'] })
    expect(graded.verdict.message).toBe('Right, given your own u. That earlier answer is not exact yet.')
    expect(graded.verdict.mistakes).toEqual([])
  })

  test('several wrong answers may stand together, and only those that are needed are named', () => {
    const earlier = { u: ['11'], v: ['7'] }
    expect(said(grade(chain, 'y', ['33', '14', '77'], earlier)).follows).toEqual(['u', 'v'])
    expect(said(grade(chain, 'y', ['33', '12', '66'], earlier)).follows).toEqual(['u'])
    expect(said(grade(chain, 'y', ['30', '14', '70'], earlier)).follows).toEqual(['v'])
  })

  test('the combination that explains most cells is taken, not a mixture of several', () => {
    const graded = grade(chain, 'y', ['33', '14', '66'], { u: ['11'], v: ['7'] })
    // With u and v the first two follow, with u alone the first and the third, with v alone the second.
    expect(graded.verdict.verdict).toBe('wrong')
    expect(said(graded)).toMatchObject({ cells: 'follows wrong follows', follows: ['u'] })
    expect(graded.verdict.message).toBe('Given your own u: Two of three. Entry 2 is not there yet.')
  })

  test('an unanswered step is looked through, and one that cannot be read counts as unanswered', () => {
    expect(said(grade(chain, 'L', ['5661'], { y: ['33', '12', '66'] }))).toMatchObject({
      verdict: 'wrong',
    })
    expect(said(grade(chain, 'L', ['5589'], { y: ['33', '12', '66'] })).follows).toEqual(['y'])
    expect(said(grade(chain, 'L', ['5589'], { u: ['11'] })).follows).toEqual(['u'])
    expect(said(grade(chain, 'L', ['5589'], { u: ['11'], y: ['33', '12', '?'] })).follows).toEqual(['u'])
    // An answered step stands in front of what is behind it.
    expect(said(grade(chain, 'L', ['5589'], { u: ['11'], y: ['30', '12', '60'] })).verdict).toBe('wrong')
  })

  test('an answer to one entry stands for that entry alone', () => {
    const L = 30 ** 2 + 12 ** 2 + 61 ** 2
    expect(said(grade(chain, 'L', [String(L)], { 'y[3]': ['61'] }))).toMatchObject({
      verdict: 'follows',
      follows: ['y[3]'],
    })
    expect(said(grade(chain, 'y[3]', ['66'], { u: ['11'] }))).toMatchObject({ follows: ['u'] })
  })

  test('a gradient follows forward values and gradients alike', () => {
    expect(said(grade(lesson, 'dL/dyhat', ['-2.8'], { yhat: ['-0.6'] }))).toMatchObject({
      verdict: 'follows',
      follows: ['yhat'],
    })
    const h = { h: ['1.2', '0.25', '0.5'], 'dL/dyhat': ['-3'] }
    expect(said(grade(lesson, 'dL/dW2', ['-3.6', '-0.75', '-1.5'], h)).follows).toEqual(['h'])
    const both = { ...h, 'dL/dyhat': ['-4'] }
    expect(said(grade(lesson, 'dL/dW2', ['-4.8', '-1', '-2'], both)).follows).toEqual(['h', 'dL/dyhat'])
  })

  test('a slope may be told by the input of a function or by its output', () => {
    // A forgotten gate leaves h = z: by h as by z the second neuron is off; with h[2] = 0.6 it is on by h alone.
    const earlier = { h: ['1.2', '0.6', '0.5'], 'dL/dh': ['1.5', '6', '-0.6'] }
    expect(said(grade(lesson, 'dL/dz', ['1.5', '6', '-0.6'], earlier))).toMatchObject({
      verdict: 'follows',
      follows: ['h'],
    })
    const z = { z: ['1.2', '0.6', '0.5'], 'dL/dh': ['1.5', '6', '-0.6'] }
    expect(said(grade(lesson, 'dL/dz', ['1.5', '6', '-0.6'], z)).follows).toEqual(['z'])
  })

  test('moved parameters, predictions and changes follow gradients and losses', () => {
    const db2 = { 'dL/db2': ['-5'] }
    expect(said(grade(lesson, 'descend.b2', ['-0.15'], db2))).toMatchObject({ follows: ['dL/db2'] })
    const loss = { 'descend.loss': ['2'], L: ['3'] }
    expect(said(grade(lesson, 'descend.actual', ['-1'], loss)).follows).toEqual(['L', 'descend.loss'])
  })

  test('right is right, whatever came before', () => {
    expect(said(grade(chain, 'y', ['30', '12', '60'], { u: ['11'], v: ['7'] }))).toEqual({
      verdict: 'right',
      cells: 'right right right',
      follows: [],
    })
  })

  test('the numbers of a variant are what follows from them', () => {
    const source = 'given x = random scalar from 2..1000000\nz = 2 * x\nh = 3 * z\nask z, h'
    const read = readExercise(source)
    const built = read.ok ? buildKey(read.exercise, { seed: 5 }) : null
    if (!built?.ok) throw new Error('the variant was not built')
    const x = plain(built.key.values.get('x')!.data[0]!).n
    expect(said(grade(built.key, 'h', [String(6n * x)], { z: ['17'] })).verdict).toBe('right')
    expect(said(grade(built.key, 'h', ['51'], { z: ['17'] })).follows).toEqual(['z'])
  })

  test('sixty-four combinations at most', () => {
    const names = Array.from({ length: 9 }, (_, i) => `u${i}`)
    const wide = keyOf(
      [
        'given x = 2',
        ...names.map((name, i) => `${name} = ${i + 3} * x`),
        `s = ${names.join(' + ')}`,
        `ask ${names.join(', ')}, s`,
      ].join('\n'),
    )
    const earlier = Object.fromEntries(names.map((name, i) => [name, [String((i + 3) * 2 + 10 ** i)]]))
    const sum = names.reduce((total, _, i) => total + (i + 3) * 2, 0)
    expect(said(grade(wide, 's', [String(sum + 1 + 100)], earlier)).follows).toEqual(['u0', 'u2'])
    // All nine at once would be the 511th.
    expect(said(grade(wide, 's', [String(sum + 111_111_111)], earlier)).verdict).toBe('wrong')
  })
})

describe('[G3] the score', () => {
  test('cells that follow count like right ones', () => {
    const sheet = gradeSheet(chain, { u: '11', y: ['33', '12', '66'] })
    expect(sheet).toMatchObject({ ok: true, report: { score: '1', outOf: '7' } })
    const partly = gradeSheet(chain, { u: '11', y: ['33', '12', '7'] })
    expect(partly).toMatchObject({ ok: true, report: { score: '2/3' } })
  })
})

describe('[G5] no free rides', () => {
  test.each([['0'], ['1'], ['-1']])(
    'typing %s for every gradient earns nothing that was not there',
    filler => {
      const answers: Record<string, unknown> = {}
      for (const step of lesson.steps) {
        if (step.kind !== 'gradient') continue
        const row = (count: number) => Array.from({ length: count }, () => filler)
        const [rows = 1, columns = 1] = step.shape
        answers[step.id] = Array.from({ length: rows }, () => row(columns))
      }
      // The steps after the gradients as they follow from the filler: with 0 nothing moves.
      const rate = rational(1, 100)
      for (const name of ['W1', 'b1', 'W2', 'b2']) {
        const value = lesson.values.get(name)
        const [rows = 1, columns = 1] = value?.shape ?? []
        const moved = (value?.data ?? []).map(entry =>
          showRational(minus(plain(entry), rational(Number(filler) * Number(rate.n), rate.d))),
        )
        answers[`descend.${name}`] = Array.from({ length: rows }, (_, i) =>
          moved.slice(i * columns, (i + 1) * columns),
        )
      }
      const sheet = gradeSheet(lesson, answers)
      if (!sheet.ok) throw new Error(sheet.message)
      for (const [id, step] of Object.entries(sheet.report.steps)) {
        expect([id, step.verdict]).toEqual([id, 'wrong'])
        // Zeros that are there on the true values are right; nothing else earns a point.
        const verdicts: string[] = JSON.stringify(step.cells).match(/right|follows|wrong/g) ?? []
        expect(verdicts).not.toContain('follows')
        if (filler !== '0') expect(id.startsWith('dL') ? verdicts.includes('right') : false).toBe(false)
      }
    },
  )

  test('a step that is all zeros for a wrong answer waits until that is mended', () => {
    const graded = grade(lesson, 'dL/dz', ['0', '0', '0'], { z: ['-1.2', '-0.6', '-0.5'] })
    expect(said(graded).verdict).toBe('wrong')
    expect(graded.verdict.message).toBe('Correct z first. As it stands, nothing is left to work out here.')
    expect(graded).toMatchObject({ mend: ['z'], follows: ['z'] })
  })

  test('all zeros are no free ride where they are right', () => {
    const dead = keyOf('given x = [-1, -2]\nz = 3 * x\nh = relu(z)\nask z, h')
    expect(said(grade(dead, 'h', ['0', '0'], { z: ['-5', '-6'] })).verdict).toBe('right')
  })

  test('a wrong answer of 0, 1 and -1 alone is not followed, unless the true one is so too', () => {
    expect(said(grade(chain, 'y', ['3', '12', '6'], { u: ['1'] })).verdict).toBe('wrong')
    const ones = keyOf('given x = [1, -1]\nu = x * 1\ny = 7 * u\nask u, y')
    expect(said(grade(ones, 'y', ['-7', '7'], { u: ['-1', '1'] }))).toMatchObject({ verdict: 'follows' })
  })
})

describe('[G13] bounded', () => {
  const rows = (n: number) =>
    `[${Array.from({ length: n }, (_, i) => `[${Array.from({ length: n }, (_, j) => `${i + 2 * j + 1}/7`).join(', ')}]`).join(', ')}]`

  test('past its budget a wrong answer stays plain wrong, at once', () => {
    const big = keyOf(
      `param A = ${rows(24)}\nB = A @ A\nC = B @ B\nloss L = sum(C)\nask B, L, dL/dA\ndescend 1/1000`,
    )
    const wrong = Array.from({ length: 576 }, (_, i) => `${i}/${10 ** 9 + i}`)
    const graded = grade(big, 'dL/dA', wrong, { B: wrong, L: ['3'] })
    expect(said(graded)).toMatchObject({ verdict: 'wrong', follows: [] })
    expect(graded.verdict.mistakes).toEqual([])
  }, 10_000)

  test('numbers of thousands of digits in an earlier answer end there', () => {
    const digits = '7'.repeat(190)
    const cell = `(${digits})^20/(${digits}1)^20`
    const graded = grade(lesson, 'L', ['1/3'], { yhat: [cell], z: [cell, cell, cell] })
    expect(graded.verdict.verdict).toBe('wrong')
  })
})

const anyCell = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(1, 1, 2, 5, 10))
  .map(([n, d]) => rational(n, d))

test('[G1] no wrong cell is ever right, and no right one wrong, whatever came before', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.array(anyCell, { minLength: 6, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      fc.dictionary(
        fc.constantFrom('z', 'h', 'yhat', 'L', 'dL/dyhat', 'dL/dh', 'dL/dz', 'dL/dW2'),
        fc.array(anyCell.map(showRational), { minLength: 3, maxLength: 3 }),
      ),
      (pick, entries, kept, earlier) => {
        const step = lesson.steps[pick % lesson.steps.length]!
        if (!isTensorStep(step)) return
        const cells = step.answer.data.map((right, at) => (kept[at] ? right : (entries[at] ?? right)))
        const sized = Object.fromEntries(
          Object.entries(earlier).map(([id, texts]) => [
            id,
            texts.slice(0, lesson.steps.find(other => other.id === id)!.shape[0] === 3 ? 3 : 1),
          ]),
        )
        const { verdict } = grade(lesson, step.id, cells.map(spellScalar), sized)
        for (const [at, cell] of verdict.cells.entries()) {
          const right = spellScalar(step.answer.data[at]!) === spellScalar(cells[at]!)
          expect(cell.verdict === 'right').toBe(right)
        }
        expect(verdict.verdict === 'right').toBe(verdict.cells.every(cell => cell.verdict === 'right'))
        expect(verdict.verdict === 'follows').toBe(
          verdict.cells.every(cell => cell.verdict !== 'wrong') && verdict.verdict !== 'right',
        )
        // [G10]
        expect(grade(lesson, step.id, cells.map(spellScalar), sized).verdict).toEqual(verdict)
      },
    ),
    { numRuns: Number(process.env.SHEETS ?? 1500) },
  )
})

function minus(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d)
}
