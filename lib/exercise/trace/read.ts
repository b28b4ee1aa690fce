import type { MistakeId, Place } from '@/lib/network'
import type { Exercise, FlowItem, StepPlan } from '../exercise'
import type { Network } from '../network'
import type { TracePhrase } from '../syntax/trace'
import { readTarget } from '../target'
import { isMistake, nearMistakes } from './near'

/** A trace as the file has it, and how many items of the flow stand before it. */
export interface TraceStatement extends TracePhrase {
  readonly at: number
  readonly place: Place
}

type Fail = (at: Place, message: string) => void

/** Steps that ask for numbers, which somebody can have answered wrongly. */
const shownKinds: ReadonlySet<StepPlan['kind']> = new Set(['value', 'gradient', 'partial', 'number'])

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
  const shown = flow.flatMap(item =>
    item.type === 'step' && shownKinds.has(item.step.kind) ? [item.step] : [],
  )
  const [first] = traces
  if (shown.length === 0 && first !== undefined) {
    fail(first.place, 'a trace shows the steps that the file asks, and it asks for no number: ask z, h, …')
  }
  const known = new Map<string, Place>()
  const read = traces.flatMap(({ mistake, target, at }, nth): { at: number; item: FlowItem }[] => {
    const id = readMistake(mistake, fail)
    const step = readPlan(target, shown, network, fail)
    if (id === null || step === null) return []
    const name = `${id} at ${step.id}`
    const before = known.get(name)
    if (before !== undefined) fail(mistake.place, `${name} is traced already (line ${before.line})`)
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
  if (text === 'one-cell-slip') {
    fail(place, 'one-cell-slip is a slip of the pen: a trace takes a mistake that has a rule')
    return null
  }
  if (isMistake(text)) return text
  const [nearest = '', ...others] = nearMistakes(text)
  fail(place, `there is no mistake ${text}: did you mean ${nearest} (or ${others.join(', ')})?`)
  return null
}

/** Where the mistake is made: a step of the file, with what is said there and here, or one that the file does not ask. */
function readPlan(
  target: TracePhrase['target'],
  shown: readonly StepPlan[],
  network: Network,
  fail: Fail,
): StepPlan | null {
  if (target.kind === 'move') {
    const step = shown.find(({ id }) => id === target.id)
    if (step !== undefined) return step
    const moves = shown.flatMap(({ id, kind }) => (kind === 'number' ? [id] : []))
    const has = moves.length === 0 ? 'has neither nudge nor descend' : `has ${moves.slice(0, 8).join(', ')}`
    fail(target.place, `there is no step ${target.id}: the file ${has}`)
    return null
  }
  const { phrase } = target
  const read = readTarget(phrase, network)
  if (!read.ok) {
    if (read.error !== null) fail(read.error.at.place, read.error.message)
    return null
  }
  const { step } = read
  if (!shownKinds.has(step.kind)) {
    fail(
      phrase.place,
      `a mistake is made at a value, a gradient or a partial derivative, not at a ${step.kind}`,
    )
    return null
  }
  const asked = shown.find(({ id }) => id === step.id)
  if (asked === undefined) return step
  return {
    ...asked,
    rounded: step.rounded ?? asked.rounded,
    points: step.points === 1 ? asked.points : step.points,
    hints: [...asked.hints, ...step.hints],
  }
}
