import type { AtomField, Scalar } from '@/lib/exact/atoms'
import { Undecided } from '@/lib/exact/budget'
import { message } from '@/lib/words/message'

/** The signs on which a computation branched (the gate of a relu, say), in their order. */
export type Branches = (-1 | 0 | 1)[]

/** The same field, which notes each sign that it is asked for. */
export function noting(field: AtomField, branches: Branches): AtomField {
  return {
    ...field,
    sign: a => {
      const sign = field.sign(a)
      branches.push(sign)
      return sign
    },
  }
}

/**
 * The same field, which answers with the signs that another computation noted: it branches as that one did, whatever its own
 * numbers are. Where they have no value then, it unwinds as undecided.
 */
export function branchingAs(field: AtomField, branches: Branches): AtomField {
  let next = 0
  const guarded = (works: (a: Scalar) => Scalar, lowest: 0 | 1) => (a: Scalar) => {
    if (field.sign(a) < lowest) throw new Undecided(message('budget.sign-undecided'))
    return works(a)
  }
  return {
    ...field,
    sign: a => {
      const sign = branches[next] ?? field.sign(a)
      next += 1
      return sign
    },
    log: guarded(field.log, 1),
    sqrt: guarded(field.sqrt, 0),
  }
}

/** Whether both fell alike at every branch: what is not above 0 goes one way. */
export function sameBranches(a: Branches, b: Branches): boolean {
  return a.length === b.length && a.every((sign, at) => sign > 0 === (b[at] ?? 0) > 0)
}
