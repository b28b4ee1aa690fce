import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Fraction from 'fraction.js'
import { all, create, type MathType } from 'mathjs'
import type { Rational } from '@/lib/exact/rational'
import { type Exercise, type Key, mistakenAnswers } from '@/lib/exercise'
import { plain } from '../../unit/exact/plain'
import { type Contestant, contest, median, type Timed } from '../contest'
import { type Arithmetic, type BareFraction, bareFractions } from './bare'
import { fractions } from './fractions'
import { keyOf, readingOf, smallNetworkFile, solve } from './lesson'
import { smallNetwork } from './small-network'

/** Whether numbers are those of the key's steps, in order. */
function rightFor(key: Key): <N>(numbers: readonly N[], equals: (a: N, b: Rational) => boolean) => boolean {
  const right = key.steps.flatMap(({ answer }) =>
    typeof answer === 'object' && 'data' in answer ? answer.data.map(plain) : [],
  )
  return (numbers, equals) =>
    numbers.length === right.length && numbers.every((number, at) => equals(number, right[at]!))
}

/** The same numbers by the same network written out by hand: no file is read, no mistake is worked out. */
function byHand(key: Key): Contestant<Exercise>[] {
  const right = rightFor(key)
  const math = create(all!, { number: 'Fraction' })
  const mathFractions: Arithmetic<MathType> = {
    number: (digits, places) => math.fraction(digits, 10 ** places),
    add: (a, b) => math.add(a, b),
    sub: (a, b) => math.subtract(a, b),
    mul: (a, b) => math.multiply(a, b) as MathType,
    div: (a, b) => math.divide(a, b) as MathType,
    neg: a => math.unaryMinus(a),
  }
  const equals = ({ n, d }: BareFraction, exact: Rational): boolean => n * exact.d === exact.n * d
  const note = 'of the small network its numbers alone, by hand: no file, no steps, no mistakes'
  return [
    {
      name: 'floor',
      note,
      pieces: 4,
      run: () =>
        right(
          smallNetwork(bareFractions, ({ n, d }) => n > 0n === d > 0n && n !== 0n),
          equals,
        ),
    },
    {
      name: 'fraction.js',
      note,
      pieces: 4,
      run: () =>
        right(
          smallNetwork(fractions, a => a.compare(0) > 0),
          (a, { n, d }) => a.equals(new Fraction(n, d)),
        ),
    },
    {
      name: 'mathjs',
      note,
      pieces: 4,
      run: () =>
        right(
          smallNetwork(mathFractions, a => math.larger(a as Fraction, 0) === true),
          (a, { n, d }) => (a as Fraction).equals(new Fraction(n, d)),
        ),
    },
  ]
}

/** (c) The key of the full small network with the mistakes of all its steps. */
export function keyAndMistakes(rounds: number): Timed[] {
  const chalkgrad: Contestant<Exercise> = {
    name: 'Chalkgrad',
    pieces: 4,
    run: exercise => {
      const key = keyOf(exercise)
      const found = key.steps.reduce((count, { id }) => count + mistakenAnswers(key, id).answers.length, 0)
      return found > 100
    },
  }
  // Each of an exercise that was read anew, because what follows from one is kept with it.
  const fresh = (): Exercise[] => Array.from({ length: 4 }, () => readingOf(smallNetworkFile))
  return contest([chalkgrad, ...byHand(keyOf(readingOf(smallNetworkFile)))], { rounds, warming: 5, fresh })
}

/** (d) The file parsed and solved: in a process that has done it before, and as the first thing that one does. */
export function parseAndSolve(rounds: number): Timed[] {
  const warm: Contestant<null> = {
    name: 'Chalkgrad',
    note: 'parsed and solved anew each time',
    pieces: 4,
    run: solve,
  }
  const timed = contest([warm], { rounds, warming: 5, fresh: () => [null, null, null, null] })
  const first = fileURLToPath(new URL('./grade-cold.js', import.meta.url))
  const cold = Array.from({ length: 7 }, () =>
    Number(spawnSync(process.execPath, [first], { encoding: 'utf8' }).stdout),
  )
  const note =
    'Chalkgrad, as the first thing that a new process does, its own start aside; the median of seven'
  return [...timed, { name: 'cold', note, milliseconds: median(cold) }]
}
