import { Budget } from '@/lib/exact/budget'
import { fillTensor, type Tensor } from '@/lib/exact/tensor'
import { type Exercise, type Key, Linter, mistakenAnswers, workedSolution } from '@/lib/exercise'
import { backprop, evaluate } from '@/lib/network'
import { type Contestant, contest, type Timed } from '../contest'
import { deepFiles } from './deep-files'
import { float64 } from './float64'
import { keyOf, readingOf } from './lesson'

/** The forward and the backward pass in floating point, over the same graph. */
export function inFloats({ graph, loss }: Exercise): Map<string, Tensor<number>> {
  const budget = new Budget({ work: Number.POSITIVE_INFINITY, digits: 0 })
  const { values } = evaluate(graph, float64, new Map(), budget, () => {})
  const node = loss ?? ''
  const shape = values.get(node)?.shape ?? []
  return backprop(
    graph,
    float64,
    values,
    { node, gradient: fillTensor(shape, 1) },
    budget,
    () => {},
    () => {},
  )
}

const names = { key: 'Chalkgrad', mistakes: 'and mistakes', worked: 'and solution', lint: 'lint' }

function mistakesOf(key: Key): number {
  return key.steps.reduce((count, { id }) => count + mistakenAnswers(key, id).answers.length, 0)
}

/** Keys, mistakes, worked solutions and lint of networks as deep as those that people assign; the floor is float64. */
export function deepNetworks(rounds: number): { what: string; timed: Timed[] }[] {
  return Object.entries(deepFiles).map(([what, file]) => {
    const contestant = (name: string, run: (exercise: Exercise) => boolean): Contestant<Exercise> => ({
      name,
      pieces: 1,
      run,
    })
    const contestants = [
      contestant(names.key, exercise => keyOf(exercise).steps.length > 0),
      contestant(names.mistakes, exercise => mistakesOf(keyOf(exercise)) > 0),
      contestant(names.worked, exercise => {
        const key = keyOf(exercise)
        return workedSolution(key).length === key.steps.length
      }),
      contestant(names.lint, exercise => {
        const linter = new Linter(exercise)
        linter.add(keyOf(exercise))
        return linter.report().warnings.length >= 0
      }),
      contestant('floor', exercise => inFloats(exercise).size > 0),
    ]
    return { what, timed: contest(contestants, { rounds, warming: 1, fresh: () => [readingOf(file)] }) }
  })
}
