import type { Reply } from '@/lib/protocol/replies'
import { post } from './post'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function readClass(answer: Record<string, unknown>): { class: string } | null {
  const id = text(answer.class)
  return id === null ? null : { class: id }
}

/** Joins by the class's code; the answer's cookie is the desk's. */
export function join(code: string, name: string): Promise<Reply<{ class: string }>> {
  return post('/api/join', { code, name }, readClass)
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
