import { sameShape, showShape } from '@/lib/exact/tensor'
import type { Place } from '@/lib/network'
import { readRight } from './draw'
import type { ExerciseNode, Upstream } from './exercise'
import { type ChalkFault, faultAt, verbatim } from './fault'
import type { Scope } from './resolve'
import { startOf } from './syntax/phrase'
import type { Definition, Statement } from './syntax/statement'

type UpstreamStatement = Extract<Statement, { kind: 'upstream' }>

/** What is known of the file's definitions when its upstream gradient is read. */
interface Surroundings {
  readonly nodes: readonly ExerciseNode[]
  readonly loss: Definition | null
  /** Names whose definition could not be read; that is told where they are defined. */
  readonly failed: ReadonlySet<string>
  readonly bare: Scope
  explain(name: string): string | null
}

export interface UpstreamRead {
  readonly upstream: Upstream | null
  /** Whether the file has an upstream statement at all, be it a wrong one. */
  readonly found: boolean
  readonly errors: readonly ChalkFault[]
}

const form = 'upstream dL/dNAME = VALUE'

/** The gradient that the file gives instead of a loss: a value, or the name of a given, in its node's own shape. */
export function readUpstream(statements: readonly Statement[], around: Surroundings): UpstreamRead {
  const [first, ...others] = statements.filter(statement => statement.kind === 'upstream')
  if (first === undefined) return { upstream: null, found: false, errors: [] }
  const errors: ChalkFault[] = []
  const { loss } = around
  if (loss !== null) {
    const instead = `the file has a loss (line ${loss.place.line}): an upstream gradient stands instead of one`
    errors.push(error(first.place, instead))
  }
  for (const { place } of others) {
    errors.push(error(place, `a second upstream: the first is on line ${first.place.line}`))
  }
  const read = readOne(first, around)
  if ('value' in read) return { upstream: read, found: true, errors }
  return { upstream: null, found: true, errors: [...errors, ...read] }
}

function error(place: Place, text: string): ChalkFault {
  return faultAt(place, verbatim(text))
}

/** The upstream gradient, or what is wrong with it: nothing, where that was told at a definition. */
function readOne(statement: UpstreamStatement, around: Surroundings): Upstream | ChalkFault[] {
  const { top, bottom, phrase, draw, place } = statement
  if (top.name !== 'dL' || top.index !== null) {
    return [error(top.place, `found ${top.name}, expected dL: ${form}`)]
  }
  if (!/^d./u.test(bottom.name) || bottom.index !== null) {
    return [error(bottom.place, `found ${bottom.name}, expected d and the name of a node: ${form}`)]
  }
  const name = bottom.name.slice(1)
  const node = around.nodes.find(other => other.name === name)
  if (node === undefined) {
    const message = around.explain(name)
    return message === null ? [] : [error(bottom.place, message)]
  }
  const [only] = phrase
  const isName = phrase.length === 1 && only?.kind === 'name'
  const read = readRight(statement, isName ? givensOnly(around) : around.bare)
  if (!read.ok) return read.error === null ? [] : [read.error]
  const { shape } = read
  if (sameShape(shape, node.shape)) return { node: name, value: read.expr, draw: read.draw, place }
  const [own, found] = [node.shape, shape].map(axes => (axes.length === 0 ? 'a scalar' : showShape(axes)))
  const message = `${name} is ${own} and this gradient is ${found}: a gradient has its node's own shape`
  return [error(draw?.place ?? startOf(phrase), message)]
}

function givensOnly({ nodes, failed, bare, explain }: Surroundings): Scope {
  const givens = nodes.filter(({ role }) => role === 'given')
  return {
    ...bare,
    shapes: new Map(givens.map(given => [given.name, given.shape])),
    explain: name =>
      nodes.some(node => node.name === name) && !failed.has(name)
        ? `${name} is no given: an upstream gradient is a value or the name of a given`
        : explain(name),
  }
}
