import Fraction from 'fraction.js'
import { all, create } from 'mathjs'
import { gradeStep } from '@/lib/grading'
import { plain } from '../../unit/exact/plain'
import { type Contestant, contest, type Timed } from '../contest'
import { bareFractions, bareParser } from './bare'
import { fractions } from './fractions'
import { keyOf, readingOf } from './lesson'
import { Dice, type Spelling, spelling } from './spellings'

const source = `title "Twenty cells"
given A = [[1/2, -3/4, 5], [2/3, 1.5, -7/6], [0.25, -2, 3/8], [-1, 4/5, 9/7]]
given B = [[2, -1/3, 0.5, 7, -3/2], [-4, 5/6, 1/9, 0.75, 2], [1, -0.2, 3/4, -5/8, 6]]
C = A @ B
loss L = sum(C)
ask C
`

/** A submission: what stands in each cell. */
type Cells = readonly string[]

/** (a) Twenty rational cells, each spelt afresh in every round, against a key that is there. */
export function twentyCells(kinds: readonly Spelling[], rounds: number): Timed[] {
  const key = keyOf(readingOf(source))
  const right = key.values.get('C')!.data.map(plain)
  const floor = bareParser(bareFractions)
  const withFractions = bareParser(fractions)
  const answers = right.map(({ n, d }) => new Fraction(n, d))
  const math = create(all!, { number: 'Fraction' })
  const dice = new Dice(2026)
  const contestants: Contestant<Cells>[] = [
    {
      name: 'Chalkgrad',
      pieces: 400,
      run: cells => gradeStep(key, 'C', cells, new Map()).verdict.verdict === 'right',
    },
    {
      name: 'floor',
      note: 'of rational cells a bare parser to unreduced fractions of big integers, and the comparison: no verdict, no limit',
      pieces: 400,
      run: cells =>
        cells.every((text, at) => {
          const { n, d } = floor(text)
          const exact = right[at]!
          return n * exact.d === exact.n * d
        }),
    },
    {
      name: 'fraction.js',
      note: 'of cells its fractions under the same bare parser, for it reads no arithmetic itself',
      pieces: 100,
      run: cells => cells.every((text, at) => withFractions(text).equals(answers[at]!)),
    },
    {
      name: 'mathjs',
      note: 'of rational cells its own evaluate, set to fractions',
      pieces: 20,
      run: cells =>
        cells.every((text, at) =>
          (math.evaluate(text.replaceAll('−', '-')) as Fraction).equals(answers[at]!),
        ),
    },
  ]
  const fresh = (): Cells[] =>
    Array.from({ length: 400 }, () => right.map(value => spelling(kinds, value, dice)))
  return contest(contestants, { rounds, warming: 8, fresh })
}
