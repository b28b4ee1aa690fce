import { math, mn, mo, mrow, msup, nameMathml } from '@/lib/exact/mathml'
import type { StepRecord } from '@/lib/protocol/desk'
import type { PublicExercise, PublicNode, PublicStep } from '@/lib/protocol/exercise'

/**
 * The lesson's network half done, as an illustration: the numbers are those of the published exercise, worked up to the
 * gradient of W1.
 */
function node(name: string, shape: number[], inputs: string[], operation: string | null = null): PublicNode {
  return {
    name,
    shape,
    role: name === 'L' ? 'loss' : 'node',
    mathml: math(nameMathml(name)),
    values: null,
    formula: null,
    operation,
    inputs,
  }
}

function leaf(name: string, role: 'given' | 'param', shape: number[], values: string[]): PublicNode {
  return { ...node(name, shape, []), role, values }
}

const nodes: PublicNode[] = [
  leaf('x', 'given', [2, 1], ['1', '2']),
  leaf('W1', 'param', [3, 2], ['-0.6', '0.8', '1', '-1', '2', '-0.5']),
  leaf('b1', 'param', [3, 1], ['0.2', '0.4', '-0.5']),
  leaf('W2', 'param', [1, 3], ['-0.5', '-2', '0.2']),
  leaf('b2', 'param', [1, 1], ['-0.2']),
  leaf('y', 'given', [1, 1], ['0.8']),
  node('z', [3, 1], ['W1', 'x', 'b1'], 'W1 @ x + b1'),
  node('h', [3, 1], ['z'], 'relu'),
  node('yhat', [1, 1], ['W2', 'h', 'b2'], 'W2 @ h + b2'),
  {
    ...node('L', [], ['yhat', 'y'], 'squared error'),
    formula: math(msup(mrow(mo('('), nameMathml('yhat'), mo('−'), nameMathml('y'), mo(')')), mn('2'))),
  },
]

const answers: readonly (readonly [string, readonly string[]])[] = [
  ['z', ['1.2', '-0.6', '0.5']],
  ['h', ['1.2', '0', '0.5']],
  ['yhat', ['-0.7']],
  ['L', ['2.25']],
  ['dL/dyhat', ['-3']],
  ['dL/dh', ['1.5', '6', '-0.6']],
  ['dL/dz', ['1.5', '0', '-0.6']],
  ['dL/dW1', []],
]

function step(id: string): PublicStep {
  const name = id.replace('dL/d', '')
  return {
    id,
    kind: id === name ? 'value' : 'gradient',
    shape: nodes.find(other => other.name === name)?.shape ?? [],
    mathml: math(nameMathml(name)),
    title: id === name ? name : `gradient of L by ${name}`,
    remark: null,
    node: name,
    points: 1,
    rounded: null,
  }
}

export const exampleExercise: PublicExercise = {
  version: 'example',
  title: 'The full small network',
  nodes,
  upstream: null,
  flow: answers.map(([id]) => ({ type: 'step', step: step(id) })),
}

export const exampleRecords: ReadonlyMap<string, StepRecord> = new Map(
  answers
    .filter(([, cells]) => cells.length > 0)
    .map(([id, cells]) => [
      id,
      {
        version: 'example',
        step: id,
        id: 'example',
        cells: [...cells],
        result: {
          verdict: 'right',
          cells: cells.map(() => ({ verdict: 'right', reason: 'rational', message: null })),
          mistakes: [],
          message: '',
        },
        attempt: 1,
        best: 'right',
        at: 0,
      },
    ]),
)

export const exampleActive = 'dL/dW1'
