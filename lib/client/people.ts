import { JoinAlike, JoinDoor } from '@/lib/protocol/people'
import type { Reply } from '@/lib/protocol/replies'
import { parseMessage } from './parse'
import { post } from './post'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function readClass(answer: Record<string, unknown>): { class: string } | null {
  const id = text(answer.class)
  return id === null ? null : { class: id }
}

/** What the form of joining has to ask, for this code. */
export function lookAtDoor(code: string): Promise<Reply<Omit<JoinDoor, 'ok'>>> {
  return post('/api/door', { code }, answer => parseMessage(JoinDoor, answer))
}

/** What a joiner gives besides the code. */
export interface Comer {
  readonly name?: string
  readonly number?: string
  readonly entry?: string
  readonly ask?: boolean
  readonly another?: boolean
}

/**
 * Joins by the class's code; the answer's cookie is the desk's. `waiting`: a teacher has to let one in first. `alike`: nobody
 * has joined, because somebody of this name is there already.
 */
export function join(
  code: string,
  comer: Comer,
): Promise<Reply<{ class: string; waiting: boolean } | JoinAlike>> {
  return post<{ class: string; waiting: boolean } | JoinAlike>('/api/join', { code, ...comer }, answer => {
    const alike = parseMessage(JoinAlike, answer)
    if (alike) return alike
    const joined = readClass(answer)
    return joined && { ...joined, waiting: answer.waiting === true }
  })
}

/** A code that opens this student's desk at one other device. */
export function askPass(classId: string): Promise<Reply<{ pass: string; addresses: string[] }>> {
  return post('/api/pass', { class: classId }, answer => {
    const pass = text(answer.pass)
    const addresses = Array.isArray(answer.addresses) ? answer.addresses.flatMap(it => text(it) ?? []) : []
    return pass === null ? null : { pass, addresses }
  })
}

/** Opens in this browser the desk to which such a code belongs. */
export function openByPass(pass: string): Promise<Reply<{ class: string }>> {
  return post('/api/pass/use', { pass }, readClass)
}

/** Goes on as a student who joined elsewhere. */
export function recover(code: string, recovery: string): Promise<Reply<{ class: string }>> {
  return post('/api/recover', { code, recovery }, readClass)
}

/** The recovery code of the student who is signed in to the class here. */
export function askRecovery(classId: string): Promise<Reply<{ recovery: string }>> {
  return post('/api/recovery-code', { class: classId }, answer => {
    const recovery = text(answer.recovery)
    return recovery === null ? null : { recovery }
  })
}

/** Ends the student's session in this browser. */
export function leave(classId: string): Promise<Reply<object>> {
  return post('/api/leave', { class: classId }, () => ({}))
}
