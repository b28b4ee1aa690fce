import { classCodeLength, foldCode, recoveryCodeLength } from '@/lib/protocol/ids'
import type { Refusal } from '@/lib/protocol/replies'

export interface Fault {
  readonly field: 'code' | 'second' | 'number' | 'form'
  readonly message: string
}

/** What is wrong with a class code by its length alone; null for a complete one. */
export function codeFault(code: string): Fault | null {
  const length = foldCode(code).length
  if (length === classCodeLength) return null
  const rule = `${classCodeLength} letters and digits`
  return {
    field: 'code',
    message:
      length === 0 ? `Enter the class code: ${rule}.` : `A class code has ${rule}; this one has ${length}.`,
  }
}

/** The fault of a form that can be told without asking the server. `second` is the name, or the recovery code. */
export function faultOf(code: string, second: string, recovering: boolean): Fault | null {
  const fault = codeFault(code)
  if (fault) return fault
  if (!recovering) return second.trim() === '' ? { field: 'second', message: 'Enter your name.' } : null
  const typed = foldCode(second).length
  if (typed === recoveryCodeLength) return null
  return {
    field: 'second',
    message: `A recovery code has ${recoveryCodeLength} letters and digits${typed > 0 ? `; this one has ${typed}` : ''}.`,
  }
}

/** The field that a refusal is about: an unknown code the code, a bad name the name. */
export function fieldOf(refusal: Refusal, recovering: boolean): Fault['field'] {
  // With two codes the server does not say which one it means; its words name both.
  if (recovering) return 'form'
  if (refusal.code === 'not-found') return 'code'
  if (refusal.code === 'malformed' || refusal.code === 'too-large') return 'second'
  return 'form'
}
