import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { sizeOf } from '@/lib/exact/tensor'
import { buildKey, isTensorStep, type Key, type KeyStep, readExercise } from '@/lib/exercise'
import { lessonSource } from '../../lesson-files'
import { takesLong } from '../../takes-long'
import { gradeStep } from './plain'

takesLong()

const ladder = 'tests/fixtures/ladder'
const files = readdirSync(ladder).filter(name => name.endsWith('.chalk'))

function keyOf(source: string, seed = 1): Key {
  const read = readExercise(source)
  const built = read.ok ? buildKey(read.exercise, { seed }) : read
  if (!built.ok) throw new Error(JSON.stringify(built.errors))
  return built.key
}

function rightCells(step: KeyStep): string[] {
  if (step.kind === 'shape') return [step.answer.join('x') || 'scalar']
  if (isTensorStep(step)) return step.answer.data.map(spellScalar)
  return [step.answer].flat()
}

/** Every step answered rightly; then wrongly, with all other answers wrong as well, and with all of them right. */
function holdsForEveryStep(key: Key): void {
  const wrong = (step: KeyStep) => {
    if (step.kind === 'formula') return [`(${step.answer}) * 2`]
    if (step.kind === 'find') {
      const others = step.asks === 'step' ? step.choices : ['one-cell-slip']
      return others.filter(choice => !step.accepted.includes(choice)).slice(0, 1)
    }
    return Array.from({ length: sizeOf(step.shape) }, (_, at) =>
      step.kind === 'shape' ? '7x7x7x7' : `${7 + at}/97`,
    )
  }
  const allRight = new Map(key.steps.map(step => [step.id, rightCells(step)]))
  const allWrong = new Map(key.steps.map(step => [step.id, wrong(step)]))
  for (const step of key.steps) {
    const grade = (cells: string[], others: typeof allRight) =>
      gradeStep(key, step.id, cells, others).verdict.verdict
    expect(grade(rightCells(step), allRight), step.id).toBe('right')
    expect(grade(rightCells(step), allWrong), step.id).toBe('right')
    expect(grade(wrong(step), allRight), step.id).toBe('wrong')
    // The same wrong numbers in z and in h = relu(z) do follow.
    expect(grade(wrong(step), allWrong), step.id).toMatch(/^(wrong|follows)$/)
  }
}

describe('[G4] [G6] whatever is answered, and in whatever exercise, there is a verdict', () => {
  const stored = (name: string) => keyOf(readFileSync(join(ladder, name), 'utf8'))
  test.each(files)('%s', name => holdsForEveryStep(stored(name)))

  test('drawn numbers', () => {
    const drawn = lessonSource('full-small-network')
      .replace(/^(param W1\s*=).*$/m, '$1 random 3x2 from -3..3 step 1/2 nonzero')
      .replace(/^(param W2\s*=).*$/m, '$1 random 1x3 from -3..3 nonzero')
      .replace(/^(given x\s*=).*$/m, '$1 random 2x1 from 1..4')
    expect(drawn.match(/random/g)).toHaveLength(3)
    for (let seed = 1; seed <= 5; seed += 1) holdsForEveryStep(keyOf(drawn, seed))
  })

  test('a drawn upstream gradient', () => {
    const source =
      'param A = random 2x2 from -3..3\ngiven B = [[1, 2], [3, 5]]\nC = A @ B\nupstream dL/dC = random 2x2 from 1..3\nask C, dL/dA, dL/dB'
    for (let seed = 1; seed <= 5; seed += 1) holdsForEveryStep(keyOf(source, seed))
  })
})
