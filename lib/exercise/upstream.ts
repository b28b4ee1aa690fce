import { sameShape } from '@/lib/exact/tensor'
import { type ChalkFault, faultAt, unexpected } from '@/lib/language/fault'
import { startOf } from '@/lib/language/syntax/phrase'
import type { Definition, Statement } from '@/lib/language/syntax/statement'
import type { TargetPart } from '@/lib/language/syntax/target'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { readRight } from './draw'
import type { ExerciseNode, Upstream } from './exercise'
import type { Scope } from './resolve'

type UpstreamStatement = Extract<Statement, { kind: 'upstream' }>

/** What is known of the file's definitions when its upstream gradient is read. */
interface Surroundings {
  readonly nodes: readonly ExerciseNode[]
  readonly loss: Definition | null
  /** Names whose definition could not be read; that is told where they are defined. */
  readonly failed: ReadonlySet<string>
  readonly bare: Scope
  explain(name: string): Message | null
}

export interface UpstreamRead {
  readonly upstream: Upstream | null
  /** Whether the file has an upstream statement at all, be it a wrong one. */
  readonly found: boolean
  readonly errors: readonly ChalkFault[]
}

/** The gradient that the file gives instead of a loss: a value, or the name of a given, in its node's own shape. */
export function readUpstream(statements: readonly Statement[], around: Surroundings): UpstreamRead {
  const [first, ...others] = statements.filter(statement => statement.kind === 'upstream')
  if (first === undefined) return { upstream: null, found: false, errors: [] }
  const errors: ChalkFault[] = []
  const { loss } = around
  if (loss !== null) {
    errors.push(faultAt(first.place, message('targets.loss-and-upstream', { line: loss.place.line })))
  }
  for (const { place } of others) {
    errors.push(faultAt(place, message('targets.second-upstream', { line: first.place.line })))
  }
  const read = readOne(first, around)
  if ('value' in read) return { upstream: read, found: true, errors }
  return { upstream: null, found: true, errors: [...errors, ...read] }
}

/** The upstream gradient, or what is wrong with it: nothing, where that was told at a definition. */
function readOne(statement: UpstreamStatement, around: Surroundings): Upstream | ChalkFault[] {
  const { top, bottom, phrase, draw, place } = statement
  if (top.name !== 'dL' || top.index !== null) {
    return [misnamed(top, message('expected.upstream-over'))]
  }
  if (!/^d./u.test(bottom.name) || bottom.index !== null) {
    return [misnamed(bottom, message('expected.upstream-below'))]
  }
  const name = bottom.name.slice(1)
  const node = around.nodes.find(other => other.name === name)
  if (node === undefined) {
    const told = around.explain(name)
    return told === null ? [] : [faultAt(bottom.place, told)]
  }
  const [only] = phrase
  const isName = phrase.length === 1 && only?.kind === 'name'
  const read = readRight(statement, isName ? givensOnly(around) : around.bare)
  if (!read.ok) return read.error === null ? [] : [read.error]
  const { shape } = read
  if (sameShape(shape, node.shape)) return { node: name, value: read.expr, draw: read.draw, place }
  const said = { name: math(name), own: node.shape, found: shape }
  return [faultAt(draw?.place ?? startOf(phrase), message('misfit.upstream', said))]
}

function misnamed({ name, place }: TargetPart, expected: Message): ChalkFault {
  return faultAt(place, unexpected(message('found.token', { token: name }), expected))
}

function givensOnly({ nodes, failed, bare, explain }: Surroundings): Scope {
  const givens = nodes.filter(({ role }) => role === 'given')
  return {
    ...bare,
    shapes: new Map(givens.map(given => [given.name, given.shape])),
    explain: name =>
      nodes.some(node => node.name === name) && !failed.has(name)
        ? message('names.no-given', { name: math(name) })
        : explain(name),
  }
}
