import { ClassHistory } from '@/lib/protocol/history'
import { type Reply, refuse } from '@/lib/protocol/replies'
import { parseMessage, parseRefusal, unreadable } from './parse'

/** What happened in a class. The browser keeps it and asks whether it is still so. */
export async function fetchHistory(classId: string): Promise<Reply<ClassHistory>> {
  try {
    const response = await fetch(`/api/teach/classes/${classId}/history`, { credentials: 'same-origin' })
    const answer: unknown = await response.json()
    return parseRefusal(answer) ?? parseMessage(ClassHistory, answer) ?? unreadable
  } catch {
    return refuse('failed', 'The server did not answer. Nothing is lost: try again in a moment.')
  }
}
