import type { Key } from '../key'
import { askedBy } from './view'

/**
 * A part of the flow that a student gets only when other steps are right ([G11]): the steps that a trace asks anew
 * would tell which ones are spoiled, and a second trace shows right values that the first one asks for.
 */
export interface Lock {
  /** Ids of the steps and of the sheets that it keeps back. */
  readonly keeps: readonly string[]
  /** Ids of the steps that open it, all of them right. */
  readonly until: readonly string[]
}

export function locksOf(key: Key): Lock[] {
  const locks: Lock[] = []
  let before: string[] = []
  for (const trace of key.traces) {
    const { id } = trace.plan
    const [step, mistake] = [`${id}.step`, `${id}.mistake`]
    const anew = askedBy(trace, key).map(plan => plan.id)
    if (before.length > 0) locks.push({ keeps: [id, step, mistake], until: before })
    if (anew.length > 0) locks.push({ keeps: anew, until: [step] })
    before = [step, mistake, ...anew]
  }
  return locks
}
