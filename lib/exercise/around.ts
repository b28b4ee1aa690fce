import type { Exercise, Target } from './exercise'

/** The lines, given values and earlier answers that a step is about. */
export interface Around {
  readonly lines: ReadonlySet<string>
  /** Nodes whose values the file states, and `dL/dNAME` where the file gives that. */
  readonly given: ReadonlySet<string>
  /** Whether an answer to this is a number of the step. */
  readonly found: (target: Target) => boolean
}

export const none: ReadonlySet<string> = new Set()
export const nothing: Around = { lines: none, given: none, found: () => false }

export function anyOf(...found: readonly Around['found'][]): Around['found'] {
  return target => found.some(is => is(target))
}

export function isLoss({ loss }: Exercise): Around['found'] {
  return target => target.kind === 'value' && target.node === loss
}
