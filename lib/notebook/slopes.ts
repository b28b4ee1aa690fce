import { isTensorStep, type Key, type StepPlan, type Target } from '@/lib/exercise'
import { nameExpr, nodeOf, numberExpr } from '@/lib/network'
import { backwardLines, gradientOf, nodesBack, partsThrough } from './backward'
import { checkLine } from './checks'
import { spellings } from './library'
import type { Names } from './names'
import { call, tuple, type Writing } from './write'

type Slope = Extract<Target, { kind: 'partial' | 'jacobian' }>

/** The slopes of one node by another that the steps ask for. */
export function slopeLines(
  key: Key,
  plans: readonly (Pick<StepPlan, 'id'> & { readonly target: Slope })[],
  names: Names,
  writing: Writing,
): string[] {
  const done = new Set<string>()
  return plans.flatMap(({ id, target }) => {
    const step = key.steps.find(step => step.id === id)
    if (step === undefined || !isTensorStep(step)) return []
    const name = names.of(`d${target.of}${(target.ofIndex ?? []).join('_')}_d${target.by}`)
    const fresh = !done.has(name)
    done.add(name)
    if (target.kind === 'partial') {
      const lines = fresh ? partialLines(key, target, name, writing) : []
      return [...lines, checkLine(id, `${name}${indexed(target.byIndex)}`, step.answer, names)]
    }
    const lines = fresh ? jacobianLines(key, target, name, writing) : []
    const columns = target.byIndex === null ? '' : `[:, [${placeAt(key, target.by, target.byIndex)}]]`
    return [...lines, checkLine(id, `${name}${columns}`, step.answer, names)]
  })
}

/** 1 at the entry that is asked about and 0 elsewhere, sent back through the node's own line. */
function partialLines(
  { exercise }: Key,
  { of, ofIndex, by }: Slope,
  name: string,
  writing: Writing,
): string[] {
  const node = nodeOf(exercise.graph, of)
  const seed = node.shape.length === 0 ? numberExpr(1) : nameExpr(seedName, node.shape)
  const parts = partsThrough(node, by, seed, seeded(writing))
  const put =
    node.shape.length === 0
      ? []
      : [`seed = ${call(writing, 'put')}(1, ${tuple(node.shape)}, ${placed(ofIndex)})`]
  return [
    ...put,
    ...parts.flatMap(({ lines }) => lines),
    `${name} = ${parts.length === 0 ? `0 * ${writing.name(by)}` : parts.map(({ text }) => text).join(' + ')}`,
  ]
}

/** A row for each entry of the node: 1 there and 0 elsewhere, sent back. */
function jacobianLines(
  { exercise }: Key,
  { of, ofIndex, by }: Slope,
  name: string,
  writing: Writing,
): string[] {
  const node = nodeOf(exercise.graph, of)
  const back = nodesBack(exercise, of, new Set([by]))
  // Gradients of this pass have names of their own.
  const own = {
    ...writing,
    name: (id: string) => writing.name(id.startsWith('dL/d') ? `d${of}_d${id.slice(4)}_row` : id),
  }
  const start = { node: of, gradient: nameExpr(seedName, node.shape) }
  const inner = backwardLines(exercise, start, back, seeded(own))
  const { alias } = spellings[writing.library]
  const places = ofIndex === null ? `np.ndindex(${node.shape.join(', ')})` : `[${placed(ofIndex)}]`
  return [
    'rows = []',
    `for where in ${places}:`,
    `    seed = ${call(writing, 'put')}(1, ${tuple(node.shape)}, where)`,
    ...inner.map(line => `    ${line}`),
    `    rows.append(${own.name(gradientOf(by))}.reshape(-1))`,
    `${name} = ${alias}.stack(rows)`,
  ]
}

const seedName = 'the seed'

const seeded = (writing: Writing): Writing => ({
  ...writing,
  name: id => (id === seedName ? 'seed' : writing.name(id)),
})

const placed = (index: readonly number[] | null): string => tuple((index ?? []).map(at => at - 1))

const indexed = (index: readonly number[] | null): string =>
  index === null ? '' : `[${index.map(at => at - 1).join(', ')}]`

/** The place of an entry among all of its node, row-major, from 0. */
function placeAt({ exercise }: Key, node: string, index: readonly number[]): number {
  const { shape } = nodeOf(exercise.graph, node)
  return index.reduce((place, at, axis) => place * (shape[axis] ?? 1) + at - 1, 0)
}
