import { all, create } from 'mathjs'
import { type AtomField, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import type { Key } from '@/lib/exercise'
import { gradeStep } from '@/lib/grading'
import { type Contestant, contest, type Timed } from '../contest'
import { bareParser, floats } from './bare'
import { keyOf, readingOf } from './lesson'
import { Dice } from './spellings'

const source = `title "Four cells"
given x = [1, 2, 3, 4]
a = 2 * x
loss L = sum(a)
ask a
`

/** An answer as the engine writes it, and the ways in which people do, out of numbers as `spelt`. */
interface Cell {
  readonly exact: (field: AtomField, e: Scalar) => Scalar
  readonly float: number
  readonly spellings: readonly ((spelt: (n: number) => string) => string)[]
}

const cells: readonly Cell[] = [
  {
    exact: ({ one, add, div }, e) => div(e, add(one, e)),
    float: 1 / (1 + Math.exp(-1)),
    spellings: [
      n => `${n(1)}/(${n(1)}+exp(-${n(1)}))`,
      n => `e/(e+${n(1)})`,
      n => `${n(1)}-${n(1)}/(exp(1)+${n(1)})`,
    ],
  },
  {
    exact: ({ one, add, mul, div }, e) => div(e, mul(add(one, e), add(one, e))),
    float: Math.E / (1 + Math.E) ** 2,
    spellings: [
      n => `e/((${n(1)}+e)*(e+${n(1)}))`,
      n => `${n(1)}/(${n(1)}+exp(-1))*(${n(1)}-1/(1+exp(-1)))`,
      n => `exp(-${n(1)})/((1+exp(-1))*(${n(1)}+exp(-1)))`,
    ],
  },
  {
    exact: ({ one, add, mul, div }, e) => div(one, add(one, mul(e, e))),
    float: 1 / (1 + Math.exp(2)),
    spellings: [
      n => `${n(1)}/(${n(1)}+exp(${n(2)}))`,
      n => `${n(1)}-1/(1+exp(-${n(2)}))`,
      n => `exp(-${n(2)})/(${n(1)}+exp(-2))`,
    ],
  },
  {
    exact: ({ fromRational, sub, exp }) => sub(exp(rational(1, 2)), fromRational(rational(3, 2))),
    float: Math.exp(0.5) - 1.5,
    spellings: [
      n => `exp(${n(1)}/${n(2)})-${n(3)}/${n(2)}`,
      n => `exp(${n(0.5)})-${n(1.5)}`,
      n => `-${n(1.5)}+exp(${n(0.5)})`,
    ],
  },
]

/** Stands for the key of an exercise with a sigmoid: its one step has these answers. */
function exponentialKey(): Key {
  const key = keyOf(readingOf(source))
  const field = atomField(new Budget({ work: 100_000, digits: 4096 }), key.table)
  const data = cells.map(({ exact }) => exact(field, field.exp(field.one)))
  const steps = key.steps.map(step =>
    step.kind === 'value' ? { ...step, answer: { shape: [4], data } } : step,
  )
  return { ...key, steps }
}

/** (b) Four cells with exponentials, each spelt afresh in every round. Null where this build does not read `exp`. */
export function fourExponentials(rounds: number): Timed[] | null {
  const key = exponentialKey()
  const grade = (texts: readonly string[]) => gradeStep(key, 'a', texts, new Map()).verdict
  const dice = new Dice(2026)
  /** With zeros after the point, so that the same number is seldom the same text. */
  const spelt = (n: number): string => `${n}${Number.isInteger(n) ? '.' : ''}${'0'.repeat(dice.roll(12))}`
  const fresh = (): string[][] =>
    Array.from({ length: 400 }, () =>
      cells.map(({ spellings }) => spellings[dice.roll(spellings.length)]!(spelt)),
    )
  if (grade(fresh()[0]!).verdict === 'invalid') return null
  const math = create(all!)
  const floor = bareParser(floats)
  const near = (value: number, at: number) => Math.abs(value - cells[at]!.float) < 1e-12
  const contestants: Contestant<readonly string[]>[] = [
    { name: 'Chalkgrad', pieces: 400, run: texts => grade(texts).verdict === 'right' },
    {
      name: 'floor',
      note: 'of exponential cells a bare parser to floats, and a tolerance: it proves nothing',
      pieces: 400,
      run: texts => texts.every((text, at) => near(floor(text), at)),
    },
    {
      name: 'mathjs',
      note: 'of exponential cells its own evaluate, to floats, and a tolerance: it proves nothing',
      pieces: 100,
      run: texts => texts.every((text, at) => near(math.evaluate(text) as number, at)),
    },
  ]
  return contest(contestants, { rounds, warming: 8, fresh })
}
