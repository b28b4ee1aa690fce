import { useEffect, useMemo, useState } from 'react'
import { sourceDraft } from '@/lib/client/source-draft'

export interface Source {
  readonly text: string
  /** Whether it differs from what the server has. */
  readonly unsaved: boolean
  /** Whether this browser keeps what is unsaved. */
  readonly kept: boolean
  /** Unix milliseconds of the text that came back from an earlier visit; null once it was changed or dismissed. */
  readonly restored: number | null
  readonly type: (text: string) => void
  /** The server has this text now. */
  readonly saved: (text: string) => void
  /** Goes back to the server's text; gives the text until now, so that this can be undone. */
  readonly revert: () => void
}

/**
 * The text of an exercise and its draft: what is not saved stays in this browser, over a reload and longer. `of` names the
 * draft, `stored` is what the server has, `begin` what a copy begins with instead.
 */
export function useSource(of: string, stored: string, begin = stored): Source {
  const [text, setText] = useState(begin)
  const [base, setBase] = useState(stored)
  const [kept, setKept] = useState(true)
  const [restored, setRestored] = useState<number | null>(null)
  const draft = useMemo(() => sourceDraft(of), [of])
  const unsaved = text !== base

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; a save changes `stored` under the text
  useEffect(() => {
    const earlier = draft.read()
    if (!earlier || earlier.source === stored) return
    setText(earlier.source)
    setRestored(earlier.at)
  }, [draft])

  useEffect(() => {
    if (!unsaved || kept) return
    // Asks only where leaving would lose the text; needless questions teach people to click them away.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved, kept])

  return {
    text,
    unsaved,
    kept,
    restored,
    type(next) {
      setText(next)
      setRestored(null)
      if (next === base) draft.drop()
      else setKept(draft.write({ source: next, at: Date.now() }))
    },
    saved(sent) {
      setBase(sent)
      setRestored(null)
      if (draft.read()?.source === sent) draft.drop()
    },
    revert() {
      setText(base)
      setRestored(null)
      draft.drop()
    },
  }
}
