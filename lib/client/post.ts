import { type Reply, refuse } from '@/lib/protocol/replies'
import { parseRefusal } from './parse'

/**
 * One HTTP request that changes something (lib/protocol/http.ts). Never throws: a missing network is a refusal like
 * any other. `read` picks the fields of the answer, null where they are missing.
 */
export async function post<T extends object>(
  path: string,
  body: object,
  read: (answer: Record<string, unknown>) => T | null,
): Promise<Reply<T>> {
  let answer: unknown
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    })
    answer = await response.json()
  } catch {
    return refuse('failed', 'The server did not answer. Nothing is lost: try again in a moment.')
  }
  const refused = parseRefusal(answer)
  if (refused) return refused
  if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true) {
    const fields = read(answer as Record<string, unknown>)
    if (fields) return { ok: true, ...fields }
  }
  return refuse('failed', 'The server answered something that makes no sense here. Try again.')
}
