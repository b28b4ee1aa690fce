import type { Place } from '@/lib/language/place'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import type { TracePhrase } from '@/lib/language/syntax/trace'
import { isMistake, type MistakeId } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { calledIn, type Exercise, type FlowItem, type StepPlan } from '../exercise'
import type { Network } from '../network'
import { readTarget } from '../target'
import { nearMistakes } from './near'

/** A trace as the file has it, and how many items of the flow stand before it. */
export interface TraceStatement extends TracePhrase {
  readonly at: number
  /** The `accept` before it. */
  readonly accept: Acceptance | null
  readonly place: Place
}

type Fail = (at: Place, message: Message) => void

/** Steps that ask for numbers, which somebody can have answered wrongly. */
const shownKinds: ReadonlySet<StepPlan['kind']> = new Set(['value', 'gradient', 'partial', 'number'])

/** A count is made by no mistake of the catalogue. */
function isShown({ kind, target }: StepPlan): boolean {
  return shownKinds.has(kind) && target.kind !== 'count'
}

/**
 * Puts the traces into the flow, and takes out of it what they show. `shape` and `formula` steps stay where they are:
 * no mistake of the catalogue changes them.
 */
export function readTraces(
  flow: readonly FlowItem[],
  traces: readonly TraceStatement[],
  network: Network,
  fail: Fail,
): Pick<Exercise, 'flow' | 'shown'> {
  const shown = flow.flatMap(item => (item.type === 'step' && isShown(item.step) ? [item.step] : []))
  const [first] = traces
  if (shown.length === 0 && first !== undefined) {
    fail(first.place, message('traces.nothing-shown'))
  }
  const known = new Map<string, Place>()
  const read = traces.flatMap(({ mistake, target, at, accept }, nth): { at: number; item: FlowItem }[] => {
    const id = readMistake(mistake, fail)
    const step = readPlan(target, accept, shown, network, fail)
    if (id === null || step === null) return []
    const name = `${id} at ${step.id}`
    const before = known.get(name)
    if (before !== undefined) {
      const said = { mistake: id, step: calledIn(step), line: before.line }
      fail(mistake.place, message('traces.twice', said))
    }
    known.set(name, mistake.place)
    const prefix = nth === 0 ? 'find' : `find${nth + 1}`
    return [
      { at, item: { type: 'trace', trace: { id: prefix, mistake: id, target: step, place: mistake.place } } },
    ]
  })
  const kept = Array.from({ length: flow.length + 1 }, (_, at): FlowItem[] => {
    const item = flow[at]
    const here = read.filter(trace => trace.at === at).map(trace => trace.item)
    return item === undefined || (item.type === 'step' && shown.includes(item.step)) ? here : [...here, item]
  })
  return { flow: kept.flat(), shown }
}

function readMistake({ text, place }: TracePhrase['mistake'], fail: Fail): MistakeId | null {
  if (text === 'one-cell-slip' || text === 'all-signs') {
    fail(place, message('traces.slip', { mistake: text }))
    return null
  }
  if (isMistake(text)) return text
  fail(place, message('traces.unknown-mistake', { typed: text, near: nearMistakes(text) }))
  return null
}

/** Where the mistake is made: a step of the file, with what is said there and here, or one that the file does not ask. */
function readPlan(
  target: TracePhrase['target'],
  accept: Acceptance | null,
  shown: readonly StepPlan[],
  network: Network,
  fail: Fail,
): StepPlan | null {
  if (target.kind === 'move') {
    const step = shown.find(({ id }) => id === target.id)
    if (step !== undefined) return step
    const moves = shown.flatMap(({ id, kind }) => (kind === 'number' ? [id] : []))
    fail(target.place, message('traces.unknown-step', { typed: target.id, steps: moves.slice(0, 8) }))
    return null
  }
  const { phrase } = target
  const read = readTarget(phrase, network)
  if (!read.ok) {
    if (read.error !== null) fail(read.error.at.place, read.error.message)
    return null
  }
  const { step } = read
  if (!isShown(step)) {
    const kind = step.target.kind === 'count' ? 'count' : step.kind
    fail(phrase.place, message('traces.not-a-number', { kind }))
    return null
  }
  const asked = shown.find(({ id }) => id === step.id)
  if (asked === undefined) return { ...step, accept }
  return {
    ...asked,
    acceptance: step.acceptance ?? asked.acceptance,
    points: step.points === 1 ? asked.points : step.points,
    hints: [...asked.hints, ...step.hints],
  }
}
