import { type ChalkFault, comesBefore, faultAt } from '@/lib/language/fault'
import type { Token } from '@/lib/language/lex'
import type { Place } from '@/lib/language/place'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import { readLines } from '@/lib/language/syntax/lines'
import { meantBy } from '@/lib/language/syntax/meant'
import { definedName, readStatement, type Statement } from '@/lib/language/syntax/statement'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { plainSentence } from '@/lib/words/sentence'
import { descendSteps, nudgeSteps, updateSteps } from './change'
import { readCircuitSteps } from './circuit-steps'
import { takesAccept } from './count'
import { descentOf, readAmount } from './descent/read'
import { calledIn, type Exercise, type FlowItem, paramsOf, type StepPlan } from './exercise'
import { exerciseLimits } from './limits'
import { type Network, readNetwork } from './network'
import { type QuestionPlan, questionOf } from './question/question'
import { readRequirements } from './require'
import { readTarget } from './target'
import { readTraces, type TraceStatement } from './trace/read'
import { readBlock } from './update/read'

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
  const meant = meantBy(lines.statements, lines.lost)
  const lossName = lossNamedIn(meant)
  for (const [nth, tokens] of meant.entries()) {
    if (nth === exerciseLimits.statements) {
      const tooMany = message('syntax.too-many-statements', { most: exerciseLimits.statements })
      return { ok: false, errors: [faultAt(tokens[0] ?? start, tooMany)] }
    }
    const read = readStatement(tokens, source, lossName)
    if (read.ok) statements.push(read.statement)
    else {
      errors.push(read.error)
      const name = definedName(tokens)
      if (name !== null) lost.add(name)
      // The operations of a circuit that could not be read.
      const operations = tokens.some(({ text }) => text === 'circuit') ? tokens.length : 0
      for (let nth = 1; nth <= operations; nth += 1) lost.add(`${name}_${nth}`)
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
  const { graph, everyNode, upstream } = network
  const loss = network.loss !== null && graph.has(network.loss) ? network.loss : null
  const name = title?.kind === 'title' ? title.text : plainSentence(message('syntax.untitled'))
  return {
    ok: true,
    exercise: {
      title: name,
      graph,
      everyNode,
      circuits: network.circuits,
      loss,
      upstream,
      requirements,
      flow,
      shown,
    },
  }
}

/** The name of the loss, which a gradient in an update may name too, from the tokens of the lines. */
function lossNamedIn(lines: readonly (readonly Token[])[]): string | null {
  const line = lines.find(([word, next]) => word?.text === 'loss' && next?.kind === 'name')
  const name = line?.[line.findIndex(({ text }) => text === '=') - 1]
  return name?.text.normalize('NFC') ?? null
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
  const ids = new Map<string, StepPlan | QuestionPlan>()
  const ofCircuits = new Set<string>()
  let accept: Acceptance | null = null
  const counts = { title: 0, nudge: 0, descend: 0, ascend: 0, update: 0, choice: 0, text: 0 }
  let inBlock = 0
  const fail = (place: Place, message: Message): void => {
    errors.push(faultAt(place, message))
  }
  /** Whether there is room for it; what is asked twice, and one step too many, is told. */
  const isNew = (step: StepPlan | QuestionPlan): boolean => {
    const first = ids.get(step.id)
    if (first !== undefined) {
      fail(step.place, message('targets.asked-already', { step: calledIn(step), line: first.place.line }))
      return false
    }
    ids.set(step.id, step)
    if (ids.size === exerciseLimits.steps + 1) {
      fail(step.place, message('syntax.too-many-steps', { most: exerciseLimits.steps }))
    }
    return ids.size <= exerciseLimits.steps
  }
  const add = (step: StepPlan): void => {
    if (isNew(step)) flow.push({ type: 'step', step: { ...step, accept: takesAccept(step) ? accept : null } })
  }
  for (const [nth, statement] of statements.entries()) {
    const { place } = statement
    if (inBlock > 0) {
      // It was read with the first line of its block.
      inBlock -= 1
    } else if (statement.kind === 'title') {
      counts.title += 1
      if (counts.title > 1) fail(place, message('syntax.second-title'))
    } else if (statement.kind === 'note') {
      flow.push({ type: 'note', markdown: statement.text })
    } else if (statement.kind === 'ask') {
      for (const phrase of statement.targets) {
        const read =
          phrase.asks === 'circuit' ? readCircuitSteps(phrase, network) : readTarget(phrase, network)
        if (!read.ok && read.error !== null) fail(read.error.at.place, read.error.message)
        if (!read.ok) continue
        if ('step' in read) add(read.step)
        // Two circuits may ask for the same gradient.
        else
          for (const step of read.steps) {
            if (!ofCircuits.has(step.id)) add(step)
            ofCircuits.add(step.id)
          }
      }
    } else if (statement.kind === 'accept') {
      accept = statement.acceptance
    } else if (statement.kind === 'nudge' || statement.kind === 'descend') {
      const amount = readAmount(statement, network, errors)
      const word = statement.kind === 'nudge' ? 'nudge' : statement.word
      counts[word] += 1
      if (amount === null) continue
      const steps =
        statement.kind === 'nudge'
          ? nudgeSteps({ rising: statement.rising, amount, place }, counts[word])
          : descendSteps(descentOf(statement, amount), counts[word], paramsOf(network.graph))
      for (const step of steps) add(step)
    } else if (statement.kind === 'update') {
      const { update, statements: length } = readBlock(statements, nth, network, errors)
      counts.update += 1
      inBlock = length - 1
      for (const step of updateSteps(update, counts.update)) add(step)
    } else if (statement.kind === 'repeat') {
      fail(place, message('targets.repeat-alone'))
    } else if (statement.kind === 'question') {
      const kind = statement.options === null ? 'text' : 'choice'
      counts[kind] += 1
      const question = questionOf(statement, counts[kind])
      if (isNew(question)) flow.push({ type: 'question', question })
    } else if (statement.kind === 'trace') {
      traces.push({ ...statement, at: flow.length, accept })
    }
  }
  return traces.length === 0 ? { flow, shown: [] } : readTraces(flow, traces, network, fail)
}
