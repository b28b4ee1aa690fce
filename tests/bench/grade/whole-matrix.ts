import { decimal } from '@/lib/exact/atoms'
import { isTensorStep, type Key, mistakenAnswers, type TensorStep } from '@/lib/exercise'
import { gradeStep } from '@/lib/grading'
import { type Contestant, contest, type Timed } from '../contest'
import { deepFiles } from './deep-files'
import { inFloats } from './depth'
import { keyOf, readingOf } from './lesson'

interface Work {
  readonly key: Key
  readonly steps: readonly TensorStep[]
}

/** A key with what is made once for it, as on a server that has graded an answer to each step. */
function prepared(file: string): Work {
  const key = keyOf(readingOf(file))
  const steps = key.steps.filter(isTensorStep)
  for (const { id } of steps) mistakenAnswers(key, id)
  return { key, steps }
}

/** Decimals of the right answer; wrong in every cell where it is `off`. */
function typed({ answer }: TensorStep, off: boolean): string[] {
  return answer.data.map(entry => {
    const right = decimal(entry, 4)
    return off ? (Number(right) + 0.3).toFixed(4) : right
  })
}

/**
 * Whole matrices with every cell wrong, by a student whose earlier answers are wrong by turns: all combinations of these are tried, and
 * all mistakes on the true values and on the student's own.
 */
export function wholeMatrices(rounds: number): { what: string; timed: Timed[] }[] {
  const what = '(b) 4-8-3 tanh, softmax'
  const file = deepFiles[what] ?? ''
  return prepared(file)
    .steps.filter(({ answer }) => answer.data.length > 1)
    .map(({ id }) => {
      const graded: Contestant<Work> = {
        name: 'Chalkgrad',
        pieces: 1,
        run: ({ key, steps }) => {
          const own = steps.map(
            (step, nth) => [step.id, typed(step, step.id === id || nth % 2 === 1)] as const,
          )
          const cells = new Map(own)
          const { verdict } = gradeStep(key, id, cells.get(id) ?? [], cells)
          return verdict.verdict === 'wrong'
        },
      }
      const floor: Contestant<Work> = {
        name: 'floor',
        pieces: 1,
        run: ({ key }) => inFloats(key.exercise).size > 0,
      }
      const timed = contest([graded, floor], { rounds, warming: 2, fresh: () => [prepared(file)] })
      return { what: `(b) a wrong answer to ${id}`, timed }
    })
}
