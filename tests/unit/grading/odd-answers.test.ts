import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sizeOf } from '@/lib/exact/tensor'
import type { KeyStep } from '@/lib/exercise'
import { takesLong } from '../../takes-long'
import { lint } from '../exercise/lint/linted'
import { keyOf } from '../exercise/solve'
import { gradeStep } from './plain'

takesLong()

/** Numbers that have no root, no logarithm, nothing to be divided by, and many digits. */
const odd = fc.constantFrom('-9', '-1/3', '0', '1', '1/1000003', '123456789', 'e^7', 'ln(2)', '0.333')

const sources = {
  adam: 'param w = [1, -2]\ngiven x = [2, 1]\nloss L = (dot(w, x) - 1)^2\nask dL/dw\ndescend 0.1 adam steps 2',
  rmsprop:
    'param w = [1, -2]\nloss L = sum(exp(w))\nask dL/dw\naccept rounded 4\ndescend 0.1 rmsprop 0.9 clip 1 decay 0.1',
  nesterov: 'param w = 3\nloss L = w^2 / 2\nask dL/dw\ndescend 1/4 momentum 1/2 nesterov steps 2',
  update:
    'param w = 3\ngiven v = 0\nloss L = log(w)\nask L, dL/dw\nupdate v = v / 2 + dL/dw\nupdate w = w - v / sqrt(w)\nrepeat 2',
  circuit:
    'given x = 4\ngiven y = 2\nloss circuit f = sqrt(x) * log(y) + x / (y + sigmoid(x))\nask circuit f rounded 4',
  jacobian: 'param z = [1, 2, 0]\np = softmax(z)\nloss L = -log(p[1])\nask z, p, dp/dz, dL/dz',
  norms:
    'param x = [[1, 2], [3, 5]]\nn = layernorm(x)\nb = batchnorm(n * x)\nloss L = sum(b * norm(x, 2))\naccept rounded 4\nask n, b, dL/db, dL/dn, dL/dx',
}

function answered(step: KeyStep, cells: readonly string[]): string[] {
  const size = step.kind === 'number' || 'shape' in step ? sizeOf(step.shape) : 1
  return Array.from({ length: size }, (_, at) => cells[at % cells.length] ?? '0')
}

describe('[G4] whatever numbers were typed before, there is a verdict', () => {
  test.each(Object.entries(sources))('%s', (_name, source) => {
    const key = keyOf(source)
    const cells = fc.array(odd, { minLength: 1, maxLength: 4 })
    const every = fc.array(cells, { minLength: key.steps.length, maxLength: key.steps.length })
    fc.assert(
      fc.property(every, cells, (earlier, own) => {
        const typed = new Map(key.steps.map((step, nth) => [step.id, answered(step, earlier[nth] ?? ['0'])]))
        for (const step of key.steps) {
          const { verdict } = gradeStep(key, step.id, answered(step, own), typed).verdict
          expect(['right', 'wrong', 'follows', 'invalid']).toContain(verdict)
        }
      }),
      { numRuns: 6 },
    )
  })

  test.each(Object.entries(sources))('%s: lint comes to an end', (_name, source) => {
    expect(lint(source).collisions).toBeInstanceOf(Array)
  })
})
