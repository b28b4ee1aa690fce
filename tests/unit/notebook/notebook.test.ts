import { expect, test } from 'vitest'
import { builtIn, builtInOf } from '@/lib/lessons'
import { libraries } from '@/lib/notebook/library'
import { takesLong } from '../../takes-long'
import { codeOf, keyOfRung, keyOfText, made } from './made'

takesLong()

function linesOf(slug: string, library: (typeof libraries)[number] = 'numpy'): string[] {
  const rung = builtInOf(slug)
  if (!rung) throw new Error(slug)
  return codeOf(made(keyOfRung(rung, null), library) ?? '').flatMap(cell => cell.split('\n'))
}

test('every built-in exercise has a notebook of each library, in the form of nbformat 4.5', () => {
  for (const rung of builtIn) {
    const key = keyOfRung(rung, null)
    for (const library of libraries) {
      const notebook = JSON.parse(made(key, library) ?? 'null')
      expect(notebook).toMatchObject({ nbformat: 4, nbformat_minor: 5 })
      const ids = notebook.cells.map(({ id }: { id: string }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(notebook.cells[0]).toMatchObject({ cell_type: 'markdown' })
      expect(notebook.cells[0].source[0]).toBe(`# ${key.exercise.title}\n`)
      const code = notebook.cells.filter((cell: { cell_type: string }) => cell.cell_type === 'code')
      for (const cell of code)
        expect(cell).toMatchObject({ execution_count: null, outputs: [], metadata: {} })
    }
  }
})

test('the backward pass stands line by line, as by hand', () => {
  const lines = linesOf('full-small-network')
  for (const line of [
    'z = W1 @ x + b1',
    'dL_dyhat = 2 * (yhat - y)',
    'dL_dW2 = dL_dyhat @ h.T',
    'dL_dh = W2.T @ dL_dyhat',
    'dL_dz = dL_dh * (z > 0)',
    'dL_dW1 = dL_dz @ x.T',
    'check("dL_dW1", dL_dW1, [[1.5, 3], [0, 0], [-0.6, -1.2]])',
    'check("descend.loss", L_after_1, 1.87635204)',
  ]) {
    expect(lines).toContain(line)
  }
})

test('what comes along several paths is added', () => {
  expect(linesOf('three-paths').filter(line => line.startsWith('dL_dx ='))).toEqual([
    'dL_dx = 2 * (dL_dL_1 * x)',
    'dL_dx = dL_dx + dL_dL_2 * L_1',
    'dL_dx = dL_dx + dL_dL_3',
  ])
})

test('PyTorch and JAX differentiate by themselves beside it', () => {
  expect(linesOf('first-layer', 'torch').join('\n')).toContain('torch.autograd.grad(')
  expect(linesOf('first-layer', 'jax').join('\n')).toContain('jax.vjp(network, ')
  expect(linesOf('first-layer').join('\n')).not.toMatch(/torch|jax/)
})

test('a name that means something in Python gets another one', () => {
  const key = keyOfText('title "T"\nparam lambda = 3\nparam np = 2\nloss L = lambda * np\nask dL/dlambda')
  const lines = codeOf(made(key, 'numpy') ?? '').flatMap(cell => cell.split('\n'))
  expect(lines).toContain('lambda_ = array(3)')
  expect(lines).toContain('L = lambda_ * np_')
  expect(lines).toContain('check("dL_dlambda", dL_dlambda, 2)')
})

test('the first cell says whose numbers they are', () => {
  const key = keyOfText('title "T"\nparam w = 3\nloss L = w^2\nask dL/dw')
  expect(made(key, 'numpy')).toContain('those of the lesson')
  expect(made(key, 'numpy', 2 ** 30)).toContain('of seed 1073741824')
})

test('an operation that has no line in Python has no notebook', () => {
  const key = keyOfText('title "T"\nparam w = [3, 4]\nloss L = sum(erf(w))\nask L')
  expect(made(key, 'numpy')).toBeNull()
})
