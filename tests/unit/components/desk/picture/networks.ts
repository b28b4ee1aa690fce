import fc from 'fast-check'
import type { PublicExercise, PublicNode, PublicStep } from '@/lib/protocol/exercise'

export function drawnNode(
  name: string,
  role: PublicNode['role'],
  shape: number[],
  inputs: string[] = [],
): PublicNode {
  const size = shape.reduce((product, length) => product * length, 1)
  const stated = role === 'given' || role === 'param'
  return {
    name,
    role,
    shape,
    mathml: `<math><mi>${name}</mi></math>`,
    values: stated ? Array.from({ length: size }, () => '-3/4') : null,
    symbolic: false,
    formula: stated ? null : '<math></math>',
    operation: stated ? null : 'op',
    inputs,
  }
}

export function drawnStep(node: PublicNode, kind: 'value' | 'gradient', id?: string): PublicStep {
  return {
    id: id ?? (kind === 'value' ? node.name : `dL/d${node.name}`),
    kind,
    shape: [...(node.shape ?? [])],
    mathml: '',
    title: node.name,
    remark: null,
    node: node.name,
    points: 1,
    acceptance: null,
    names: null,
  }
}

export function drawnExercise(nodes: PublicNode[], steps: PublicStep[]): PublicExercise {
  return {
    version: 'v',
    title: 't',
    nodes,
    upstream: null,
    flow: steps.map(step => ({ type: 'step', step })),
  }
}

/** Any network: leaves first, every later node using one to three earlier ones, the last one the loss. */
export const networks: fc.Arbitrary<PublicExercise> = fc
  .tuple(
    fc.array(fc.constantFrom('given' as const, 'param' as const), { minLength: 1, maxLength: 4 }),
    fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 9 }),
    fc.array(fc.constantFrom<number[]>([], [3], [3, 1], [2, 3], [64, 64], [2, 2, 2]), {
      minLength: 14,
      maxLength: 14,
    }),
    fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
  )
  .map(([leaves, inner, shapes, asked]) => {
    const nodes: PublicNode[] = leaves.map((role, index) => drawnNode(`n${index}`, role, shapes[index] ?? []))
    inner.forEach((uses, index) => {
      const inputs = [...new Set(uses.map(use => nodes[use % nodes.length]?.name ?? 'n0'))]
      const last = index === inner.length - 1
      const at = nodes.length
      nodes.push(drawnNode(`n${at}`, last ? 'loss' : 'node', last ? [] : (shapes[at] ?? []), inputs))
    })
    return drawnExercise(
      nodes,
      nodes.filter((_, index) => asked[index]).map(asked => drawnStep(asked, 'gradient')),
    )
  })
