import { useEffect, useState } from 'react'
import type { Reply } from '@/lib/protocol/replies'

interface Shown<T> {
  readonly key: string
  readonly answer: T | null
  readonly error: string | null
}

/** What changes several times within these milliseconds is asked for once. */
const restFor = 200

/**
 * The server's answer to a board's question, known by a key. It is asked again whenever `fresh` changes. Null until
 * the first answer; an answer stays while a newer one is on its way. Nothing is asked where `ask` is null.
 */
export function useAsked<T>(
  key: string,
  fresh: unknown,
  ask: (() => Promise<Reply<T>>) | null,
): { answer: T | null; error: string | null } {
  const [shown, setShown] = useState<Shown<T>>({ key, answer: null, error: null })
  const may = ask !== null

  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` is a new function each time; what it asks is in the key
  useEffect(() => {
    if (!ask) return
    let stale = false
    let timer: ReturnType<typeof setTimeout>
    const now = async () => {
      const reply = await ask()
      if (stale) return
      if (reply.ok) setShown({ key, answer: reply, error: null })
      else {
        setShown(before => ({ key, answer: before.key === key ? before.answer : null, error: reply.message }))
        if (reply.retryInMs !== undefined) timer = setTimeout(now, reply.retryInMs)
      }
    }
    timer = setTimeout(now, restFor)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [key, fresh, may])

  return shown.key === key ? shown : { answer: null, error: null }
}
