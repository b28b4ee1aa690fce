import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { nest } from '@/lib/exact/tensor'
import { buildKey, derivationOf, isTensorStep, type Key, publicView, readExercise } from '@/lib/exercise'
import { PublicExercise } from '@/lib/protocol/exercise'
import { sentenceOf } from '@/lib/words/sentence'
import { lessonSource } from '../../../lesson-files'
import { takesLong } from '../../../takes-long'
import { allMistakes, type Made, sheetOf, traced } from '../../grading/traces'
import { keyOf, told } from '../solve'

takesLong()

/** Rungs 21 to 26 in one: every step of the full small network, and what nudges and a descent add. */
const rung = readFileSync('tests/fixtures/ladder/49-find-the-mistake.chalk', 'utf8')
const whole = rung.replace(/^trace .*$/m, '')
const few = whole.replace(/^ask (?:.*\n)*/m, 'ask yhat, dL/dW1, dL/db1\n')

function shownIn(key: Key, nth = 0): Record<string, unknown> {
  const trace = key.traces[nth]!
  return Object.fromEntries(
    trace.shown.map(({ step, answer }) => [
      step.id,
      nest({ shape: answer.shape, data: answer.data.map(spellScalar) }),
    ]),
  )
}

function idsOf(key: Key): string[] {
  return key.steps.map(({ id }) => id)
}

describe.each([
  ['where every step is asked', whole, 34],
  ['where few are', few, 20],
])('every mistake of the catalogue that can be made in the full small network, %s', (_, source, distinct) => {
  const plain = keyOf(source)
  const truth = sheetOf(plain, traced(plain, [])!)
  const sheets = allMistakes(plain).flatMap(made => {
    const written = traced(plain, [made])
    return written === null ? [] : [{ made, sheet: sheetOf(plain, written) }]
  })
  const asked = [...derivationOf(plain.exercise).asked]
  /** The target as a file can name it; null in the passes after a nudge or a descent. */
  const target = ({ node }: Made): string | null =>
    asked.find(([, { quantity }]) => quantity === node)?.[0] ?? (node.includes(' ') ? null : node)
  const spoils = (sheet: Record<string, unknown>) =>
    Object.keys(truth).filter(id => JSON.stringify(sheet[id]) !== JSON.stringify(truth[id]))

  const seen = new Set<string>()
  const cases = sheets.flatMap(({ made, sheet }) => {
    const at = target(made)
    const name = `${made.mistake} at ${at}`
    if (at === null || seen.has(name) || spoils(sheet).length === 0) return []
    seen.add(name)
    return [{ name, at, made, sheet }]
  })

  test('there are many', () => {
    expect(new Set(cases.map(({ made }) => made.mistake)).size).toBeGreaterThanOrEqual(distinct)
  })

  test.each(cases)('$name', ({ name, at, made, sheet }) => {
    const key = keyOf(`${source}\ntrace ${name}`)
    // Computed once more, over plain fractions.
    expect(shownIn(key)).toEqual(sheet)
    const spoiled = spoils(sheet)
    expect(idsOf(key)).toEqual(['find.step', 'find.mistake', at, ...spoiled.filter(id => id !== at)])
    const [step, mistake, ...anew] = key.steps
    expect([step?.answer, mistake?.answer]).toEqual([spoiled.includes(at) ? at : step?.answer, made.mistake])
    expect(spoiled).toContain(step?.answer)
    for (const right of anew) {
      if (!isTensorStep(right)) throw new Error(right.id)
      const spelt = nest({ shape: right.answer.shape, data: right.answer.data.map(spellScalar) })
      if (truth[right.id] !== undefined) expect(spelt).toEqual(truth[right.id])
    }
    // Every mistake whose whole sheet is this one, wherever it was made, is right; no other.
    const same = sheets.filter(other => JSON.stringify(other.sheet) === JSON.stringify(sheet))
    expect([...key.traces[0]!.which].sort()).toEqual(
      [...new Set(same.map(other => other.made.mistake))].sort(),
    )
    const { offered } = key.traces[0]!
    expect(offered.filter(id => key.traces[0]!.which.includes(id))).toEqual([made.mistake])
    expect(offered.length).toBeGreaterThanOrEqual(4)
    PublicExercise.parse(publicView(key, 'v', sentenceOf))
  })
})

describe('a drawn network', () => {
  const source = lessonSource('full-small-network')
    .replace(/^(param W1\s*=).*$/m, '$1 random 3x2 from -2..2')
    .replace(/^(param W2\s*=).*$/m, '$1 random 1x3 from -2..2')

  test('a draw in which the mistake does not show is drawn again', () => {
    fc.assert(
      fc.property(fc.nat(100_000), seed => {
        const read = readExercise(`${source}\ntrace mask-omitted at dL/dz`)
        const built = read.ok ? buildKey(read.exercise, { seed }) : read
        if (!built.ok) throw new Error(JSON.stringify(built.errors))
        const { key } = built
        const right = key.steps.find(({ id }) => id === 'dL/dz')
        const shown = key.traces[0]?.shown.find(({ step }) => step.id === 'dL/dz')
        expect(right?.answer).not.toEqual(shown?.answer)
        expect(idsOf(key).slice(0, 3)).toEqual(['find.step', 'find.mistake', 'dL/dz'])
      }),
      { numRuns: 40 },
    )
  })

  test('some plain draw of these numbers would not show it', () => {
    const seeds = Array.from({ length: 200 }, (_, seed) => seed)
    const same = seeds.filter(seed => {
      const read = readExercise(source)
      const built = read.ok ? buildKey(read.exercise, { seed }) : read
      if (!built.ok) throw new Error(JSON.stringify(built.errors))
      const [z, dh] = [built.key.values.get('z'), built.key.gradients.get('h')]
      return z!.data.every(
        (entry, at) => spellScalar(entry).match(/^[1-9]/) || spellScalar(dh!.data[at]!) === '0',
      )
    })
    expect(same.length).toBeGreaterThan(0)
  })
})

describe('what is asked', () => {
  const base =
    'given x = [[1], [2]]\nparam W = [[1, -2], [3, 1]]\nz = W @ x\nh = relu(z)\nloss L = sum((h - 1)^2)\n'

  test('a target that the file does not ask is asked anew; the mistake shows at the first step it spoils', () => {
    const key = keyOf(`${base}ask h, L, dL/dW\ntrace mask-omitted at dL/dz`)
    expect(idsOf(key)).toEqual(['find.step', 'find.mistake', 'dL/dz', 'dL/dW'])
    expect(key.steps[0]?.answer).toBe('dL/dW')
  })

  test('where two steps show it and neither rests on the other, both are right', () => {
    const key = keyOf(
      'given x = [1, 2]\nparam W = [[1, -2], [3, 1]]\nparam b = [1, 1]\nz = W @ x + b\nh = relu(z)\nloss L = sum((h - 1)^2)\nask L, dL/dW, dL/db\ntrace mask-omitted at dL/dz',
    )
    expect(key.steps[0]).toMatchObject({ answer: 'dL/dW', accepted: ['dL/dW', 'dL/db'] })
  })

  test('a mistake at one entry leaves the others right', () => {
    const key = keyOf(`${base}ask dL/dh, dL/dz, dL/dW\ntrace mask-omitted at dL/dz[1,1]`)
    expect(shownIn(key)).toMatchObject({ 'dL/dz': [['-2'], ['8']] })
    expect(idsOf(key)).toEqual(['find.step', 'find.mistake', 'dL/dz[1,1]', 'dL/dz', 'dL/dW'])
    expect(key.steps[0]?.answer).toBe('dL/dz')
  })

  test('a partial derivative, a nudge and a step of descent can be the target too', () => {
    const partial = keyOf('given x = 3\ny = x^2\nask dy/dx\ntrace no-two at dy/dx')
    expect(shownIn(partial)).toEqual({ 'dy/dx': '3' })
    const down = keyOf(
      `${base}ask L\nnudge 0.1\ndescend 0.5\ntrace step-up at descend.W\ntrace predict-no-eps at nudge.predicted`,
    )
    expect(idsOf(down)).toEqual([
      ...['find.step', 'find.mistake', 'descend.W', 'descend.loss', 'descend.actual'],
      ...['find2.step', 'find2.mistake', 'nudge.predicted'],
    ])
  })

  test('several traces: what the first asks anew is not asked twice', () => {
    const key = keyOf(
      `${base}ask z, h, dL/dh, dL/dz\ntrace mask-omitted at dL/dz\ntrace no-two at dL/dh\ntrace relu-omitted at h`,
    )
    expect(idsOf(key)).toEqual([
      ...['find.step', 'find.mistake', 'dL/dz'],
      ...['find2.step', 'find2.mistake', 'dL/dh'],
      ...['find3.step', 'find3.mistake', 'h'],
    ])
  })

  test('shape steps stay, and what is said after a target counts where it is asked anew', () => {
    const key = keyOf(
      `${base}ask shape z, z, h points 2, dL/dh\ntrace relu-as-abs at h rounded 3\nnote "after"`,
    )
    expect(idsOf(key)).toEqual(['shape z', 'find.step', 'find.mistake', 'h', 'dL/dh'])
    expect(key.steps[3]).toMatchObject({ points: 2, acceptance: { kind: 'rounded', places: 3 } })
  })

  test('the trace may stand before what it shows', () => {
    expect(idsOf(keyOf(`${base}trace relu-as-abs at h\nask z, h`))).toEqual([
      'find.step',
      'find.mistake',
      'h',
    ])
  })
})

describe('errors of a trace, at its place', () => {
  const net =
    'given x = [[1], [2]]\nparam W = [[1, 2], [3, 1]]\nz = W @ x\nh = relu(z)\nloss L = sum((h - 1)^2)\nask z, h, dL/dh, dL/dz, dL/dW\n'
  test.each([
    [
      'trace mask-ommited at dL/dz',
      '7:7 there is no mistake mask-ommited: did you mean mask-omitted (or mask-shifted, mask-inverted)?',
    ],
    ['trace at dL/dz', '7:10 found dL, expected at'],
    ['trace 3 at dL/dz', '7:7 found 3, expected the name of a mistake, such as mask-omitted'],
    ['trace mask- at dL/dz', '7:16 found dL, expected at'],
    ['trace mask-omitted dL/dz', '7:20 found dL, expected at'],
    [
      'trace mask-omitted at',
      '7:22 found the end of the line, expected a target such as z, z[1], dL/dz or dC[1,2]/dA[1,1]',
    ],
    ['trace mask-omitted at dL/dq', '7:26 there is no node q'],
    [
      'trace mask-omitted at shape z',
      '7:23 a mistake is made at a value, a gradient or a partial derivative, not at a shape',
    ],
    ['trace step-up at descend.W', '7:18 there is no step descend.W: the file has neither nudge nor descend'],
    [
      'nudge 1\ntrace step-up at nudge.W',
      '8:18 there is no step nudge.W: the file has nudge.predicted, nudge.actual',
    ],
    [
      'trace one-cell-slip at h',
      '7:7 one-cell-slip is a slip of the pen: a trace takes a mistake that has a rule',
    ],
    ['trace mask-omitted at dL/dz', '7:7 on these numbers mask-omitted at dL/dz gives the right answer'],
    ['trace no-two at x', '7:7 no-two cannot be made at x: no mistake of the catalogue can be made there'],
    [
      'trace no-two at dL/dL',
      '7:7 no-two cannot be made at dL/dL: no mistake of the catalogue can be made there',
    ],
    ['trace square-omitted at L', '7:7 no step that the file asks rests on L: the mistake would not be seen'],
    ['trace no-two at dL/dh\ntrace no-two at dL/dh', '8:7 no-two at dL/dh is traced already (line 7)'],
  ])('%s', (line, message) => expect(told(net + line)).toEqual([message]))

  test('what cannot be made tells what can', () => {
    expect(told(`${net}trace mask-omitted at dL/dW`)).toEqual([
      expect.stringMatching(
        /^7:7 mask-omitted cannot be made at dL\/dW: the mistakes that can be made there are .*input-forgotten/,
      ),
    ])
  })

  test('a file that asks for no number has nothing to show', () => {
    const message = 'a trace shows the steps that the file asks, and it asks for no number: ask z, h, …'
    expect(told('given x = 2\ny = x^2\ntrace square-omitted at y')).toEqual([`3:1 ${message}`])
  })

  test('drawn numbers of which none shows it', () => {
    expect(
      told('given x = random scalar from 1..9\nh = relu(x)\ny = 2*h\nask h, y\ntrace relu-omitted at h'),
    ).toEqual([
      expect.stringMatching(/^5:7 on these numbers relu-omitted at h gives the right answer \(in each of /),
    ])
  })
})

test('[G11] nothing that a student is sent while the mistake is sought holds a right value of a spoiled step', () => {
  const source = readFileSync('tests/fixtures/unmistakable.chalk', 'utf8')
  const asks = 'ask z, h, yhat, L, dL/dyhat, dL/dh, dL/dz, dL/dW1\n'
  const key = keyOf(`${source.replace(/^(ask|nudge|descend) .*$/gm, '')}\n${asks}trace no-two at dL/dyhat`)
  const text = JSON.stringify(publicView(key, 'v', sentenceOf))
  const secrets = key.steps.flatMap(step => (!isTensorStep(step) ? [] : step.answer.data.map(spellScalar)))
  const told = secrets.filter(secret => secret.length > 8)
  expect(told.length).toBeGreaterThan(8)
  for (const secret of told) expect(text).not.toContain(secret.replace('-', ''))
  expect(text).not.toMatch(/accepted|"answer"/)
})
