import { math, mn, mo, mrow, msup, nameMathml } from '@/lib/exact/mathml'
import type { PublicExercise, PublicNode, PublicStep } from '@/lib/protocol/exercise'
import type { StepRecord } from '@/lib/protocol/step-record'

/**
 * A half-finished network in the lesson's form, as an illustration. Its numbers are not those of the exercise,
 * because everybody sees the first page, and they would be answers ([G11]).
 */
function node(name: string, shape: number[], inputs: string[], operation: string | null = null): PublicNode {
  return {
    name,
    shape,
    role: name === 'L' ? 'loss' : 'node',
    mathml: math(nameMathml(name)),
    values: null,
    symbolic: false,
    formula: null,
    operation,
    inputs,
  }
}

function leaf(name: string, role: 'given' | 'param', shape: number[], values: string[]): PublicNode {
  return { ...node(name, shape, []), role, values }
}

const nodes: PublicNode[] = [
  leaf('x', 'given', [2, 1], ['2', '1']),
  leaf('W1', 'param', [3, 2], ['0.5', '0.4', '-1', '0.5', '1', '-1.2']),
  leaf('b1', 'param', [3, 1], ['0.1', '0.3', '0.2']),
  leaf('W2', 'param', [1, 3], ['0.6', '1', '-0.9']),
  leaf('b2', 'param', [1, 1], ['0.4']),
  leaf('y', 'given', [1, 1], ['1.4']),
  node('z', [3, 1], ['W1', 'x', 'b1'], 'W1 @ x + b1'),
  node('h', [3, 1], ['z'], 'relu'),
  node('yhat', [1, 1], ['W2', 'h', 'b2'], 'W2 @ h + b2'),
  {
    ...node('L', [], ['yhat', 'y'], 'squared error'),
    formula: math(msup(mrow(mo('('), nameMathml('yhat'), mo('−'), nameMathml('y'), mo(')')), mn('2'))),
  },
]

const answers: readonly (readonly [string, readonly string[]])[] = [
  ['z', ['1.5', '-1.2', '1']],
  ['h', ['1.5', '0', '1']],
  ['yhat', ['0.4']],
  ['L', ['1']],
  ['dL/dyhat', ['-2']],
  ['dL/dh', ['-1.2', '-2', '1.8']],
  ['dL/dz', ['-1.2', '0', '1.8']],
  ['dL/dW1', []],
]

function step(id: string): PublicStep {
  const name = id.replace('dL/d', '')
  return {
    id,
    kind: id === name ? 'value' : 'gradient',
    shape: nodes.find(other => other.name === name)?.shape ?? [],
    mathml: math(nameMathml(name)),
    title: id === name ? name : `gradient of L with respect to ${name}`,
    remark: null,
    node: name,
    points: 1,
    acceptance: null,
    names: null,
  }
}

export const exampleExercise: PublicExercise = {
  version: 'example',
  title: 'A small network',
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
        spent: 1,
        best: 'right',
        at: 0,
      },
    ]),
)

export const exampleActive = 'dL/dW1'

const ofLastLayer = ['yhat', 'L', 'dL/dyhat', 'dL/dh', 'dL/dW2']

/** Its last layer alone, for pages on which the whole would be too small to be read: the layer before it is given. */
export const lastLayer: PublicExercise = {
  version: 'example',
  title: 'One layer',
  nodes: [
    leaf('h', 'given', [3, 1], ['1.5', '0', '1']),
    ...nodes.filter(({ name }) => ['W2', 'b2', 'y', 'yhat', 'L'].includes(name)),
  ],
  upstream: null,
  flow: ofLastLayer.map(id => ({ type: 'step', step: step(id) })),
}

export const lastLayerActive = 'dL/dW2'
