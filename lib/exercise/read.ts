import { type ChalkFault, comesBefore, faultAt, unexpected } from '@/lib/language/fault'
import type { Place } from '@/lib/language/place'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import { readLines } from '@/lib/language/syntax/lines'
import { meantBy } from '@/lib/language/syntax/meant'
import { type Phrase, startOf } from '@/lib/language/syntax/phrase'
import { definedName, readStatement, type Statement } from '@/lib/language/syntax/statement'
import type { Expr } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { plainSentence } from '@/lib/words/sentence'
import { descendSteps, nudgeSteps } from './change'
import { calledIn, type Exercise, type FlowItem, paramsOf, type StepPlan } from './exercise'
import { exerciseLimits } from './limits'
import { type Network, readNetwork } from './network'
import { readRequirements } from './require'
import { resolve } from './resolve'
import { readTarget } from './target'
import { readTraces, type TraceStatement } from './trace/read'

const start: Place = { line: 1, column: 1 }

export type ExerciseRead =
  | { readonly ok: true; readonly exercise: Exercise }
  | { readonly ok: false; readonly errors: ChalkFault[] }

/**
 * Reads a `.chalk` file: statements, names and shapes; values are computed by `buildKey`. Errors come in the order of the
 * file, one for each thing that is wrong by itself. Never throws, whatever the text.
 */
export function readExercise(source: string): ExerciseRead {
  const tooLarge = refuseSize(source)
  if (tooLarge !== null) return { ok: false, errors: [tooLarge] }
  const lines = readLines(source)
  const errors: ChalkFault[] = [...lines.errors]
  if (lines.statements.length === 0 && errors.length === 0) {
    return { ok: false, errors: [faultAt(start, message('syntax.empty'))] }
  }
  const lost = new Set(lines.lost)
  const statements: Statement[] = []
  for (const [nth, tokens] of meantBy(lines.statements, lines.lost).entries()) {
    if (nth === exerciseLimits.statements) {
      const tooMany = message('syntax.too-many-statements', { most: exerciseLimits.statements })
      return { ok: false, errors: [faultAt(tokens[0] ?? start, tooMany)] }
    }
    const read = readStatement(tokens, source)
    if (read.ok) statements.push(read.statement)
    else {
      errors.push(read.error)
      const name = definedName(tokens)
      if (name !== null) lost.add(name)
      // Remembers the statement's word, so that a loss that could not be read is not called missing.
      if (tokens[0]?.kind === 'name') lost.add(tokens[0].text)
    }
  }
  const network = readNetwork(statements, lost, source)
  const { flow, shown } = readFlow(statements, network, errors)
  const { requirements, errors: unmet } = readRequirements(statements, network, source)
  errors.push(...network.errors, ...unmet)
  if (errors.length > 0) {
    errors.sort(comesBefore)
    return { ok: false, errors: errors.slice(0, exerciseLimits.errors) }
  }
  const title = statements.find(statement => statement.kind === 'title')
  const { graph, loss, upstream } = network
  const name = title?.kind === 'title' ? title.text : plainSentence(message('syntax.untitled'))
  return {
    ok: true,
    exercise: { title: name, graph, loss, upstream, requirements, flow, shown },
  }
}

function refuseSize(source: string): ChalkFault | null {
  // A text has at least as many bytes in UTF-8 as UTF-16 units, so most files that are too large need no encoding.
  const large =
    source.length > exerciseLimits.bytes || new TextEncoder().encode(source).length > exerciseLimits.bytes
  return large
    ? faultAt(start, message('syntax.too-large', { kibibytes: exerciseLimits.bytes / 1024 }))
    : null
}

/** Notes and steps in the order of the file. */
function readFlow(
  statements: readonly Statement[],
  network: Network,
  errors: ChalkFault[],
): Pick<Exercise, 'flow' | 'shown'> {
  const flow: FlowItem[] = []
  const traces: TraceStatement[] = []
  const ids = new Map<string, StepPlan>()
  let accept: Acceptance | null = null
  const counts = { title: 0, nudge: 0, descend: 0 }
  const fail = (place: Place, message: Message): void => {
    errors.push(faultAt(place, message))
  }
  const add = (step: StepPlan): void => {
    const first = ids.get(step.id)
    if (first !== undefined) {
      fail(step.place, message('targets.asked-already', { step: calledIn(step), line: first.place.line }))
      return
    }
    ids.set(step.id, step)
    if (ids.size === exerciseLimits.steps + 1) {
      fail(step.place, message('syntax.too-many-steps', { most: exerciseLimits.steps }))
    }
    if (ids.size <= exerciseLimits.steps) flow.push({ type: 'step', step: { ...step, accept } })
  }
  for (const statement of statements) {
    const { place } = statement
    if (statement.kind === 'title') {
      counts.title += 1
      if (counts.title > 1) fail(place, message('syntax.second-title'))
    } else if (statement.kind === 'note') {
      flow.push({ type: 'note', markdown: statement.text })
    } else if (statement.kind === 'ask') {
      for (const phrase of statement.targets) {
        const read = readTarget(phrase, network)
        if (read.ok) add(read.step)
        else if (read.error !== null) fail(read.error.at.place, read.error.message)
      }
    } else if (statement.kind === 'accept') {
      accept = statement.acceptance
    } else if (statement.kind === 'nudge' || statement.kind === 'descend') {
      const amount = readChange(statement, network, errors)
      counts[statement.kind] += 1
      if (amount === null) continue
      const nth = counts[statement.kind]
      const steps =
        statement.kind === 'nudge'
          ? nudgeSteps({ rising: statement.rising, amount, place }, nth)
          : descendSteps({ rate: amount, rounds: statement.rounds, place }, nth, paramsOf(network.graph))
      for (const step of steps) add(step)
    } else if (statement.kind === 'trace') {
      traces.push({ ...statement, at: flow.length, accept })
    }
  }
  return traces.length === 0 ? { flow, shown: [] } : readTraces(flow, traces, network, fail)
}

/** The EPS of a nudge or the ETA of a descent; null where something is missing or wrong. */
function readChange(
  statement: { readonly kind: 'nudge' | 'descend'; readonly phrase: Phrase; readonly place: Place },
  network: Network,
  errors: ChalkFault[],
): Expr | null {
  const { kind, place, phrase } = statement
  const fail = (message: Message, at = place): null => {
    errors.push(faultAt(at, message))
    return null
  }
  const change = kind
  if (network.upstream !== null) return fail(message('targets.change-of-upstream', { change }))
  if (!network.seeded) return fail(message('targets.change-without-loss', { change }))
  if (!network.hasParams) return fail(message('targets.change-without-param', { change }))
  const resolved = resolve(phrase, network.bare)
  if (!resolved.ok) {
    if (resolved.error !== null) errors.push(resolved.error)
    return null
  }
  if (resolved.shape.length === 0) return resolved.expr
  const found = message('found.tensor', { shape: resolved.shape })
  const wanted = message(kind === 'nudge' ? 'expected.number-to-add' : 'expected.learning-rate')
  return fail(unexpected(found, wanted), startOf(phrase))
}
