'use client'

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useRemaining } from './countdown'
import { Sentence } from './sentence'

/** How long something can be undone. */
export const undoMs = 10_000

/** Does something; resolves to why it was not done, or null. */
type Act = () => Promise<string | null>

export interface Undo {
  /** Says what was done, with a way back for ten seconds. */
  readonly done: (key: string, words: string, back: Act) => void
  /**
   * Does something in ten seconds, unless it is undone before: for what cannot be taken back. It waits in this page, and is
   * not done where the page is left meanwhile.
   */
  readonly soon: (key: string, words: string, act: Act) => void
  /** Keys of what is still to be done. */
  readonly waiting: ReadonlySet<string>
}

interface Entry {
  /** What it is about: another one about the same takes its place. */
  readonly key: string
  readonly words: string
  readonly kind: 'done' | 'soon' | 'failed'
  /** On the clock of `performance.now()`. */
  readonly endsAt: number
  readonly act: Act
}

interface Undoing extends Undo {
  readonly entries: readonly Entry[]
  readonly back: (entry: Entry) => void
  readonly now: (entry: Entry) => void
  readonly dismiss: (entry: Entry) => void
}

const Context = createContext<Undoing | null>(null)

/** Without a provider, as in a preview, things are done at once and stay done. */
const atOnce: Undo = { done: () => undefined, soon: (_key, _words, act) => void act(), waiting: new Set() }

export function useUndo(): Undo {
  return useContext(Context) ?? atOnce
}

/** Keeps what can still be undone, for all that it holds. Ctrl+Z undoes the latest, where no text is typed. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())

  const without = useCallback((key: string) => {
    clearTimeout(timers.current.get(key))
    timers.current.delete(key)
    setEntries(list => list.filter(entry => entry.key !== key))
  }, [])
  const put = useCallback(
    (entry: Entry, then: () => void) => {
      without(entry.key)
      setEntries(list => [...list, entry])
      timers.current.set(entry.key, setTimeout(then, undoMs))
    },
    [without],
  )
  const run = useCallback(
    async (entry: Entry) => {
      without(entry.key)
      const why = await entry.act()
      if (why === null) return
      const failed: Entry = { ...entry, kind: 'failed', words: why, endsAt: performance.now() + undoMs }
      put(failed, () => without(entry.key))
    },
    [put, without],
  )

  useEffect(() => {
    const running = timers.current
    return () => {
      for (const timer of running.values()) clearTimeout(timer)
    }
  }, [])

  const undoing = useMemo((): Undoing => {
    const entryOf = (key: string, words: string, kind: 'done' | 'soon', act: Act): Entry => ({
      ...{ key, words, kind, act },
      endsAt: performance.now() + undoMs,
    })
    return {
      entries,
      waiting: new Set(entries.flatMap(({ kind, key }) => (kind === 'soon' ? [key] : []))),
      done: (key, words, back) => put(entryOf(key, words, 'done', back), () => without(key)),
      soon: (key, words, act) => {
        const entry = entryOf(key, words, 'soon', act)
        put(entry, () => void run(entry))
      },
      back: entry => (entry.kind === 'soon' ? without(entry.key) : void run(entry)),
      now: entry => void run(entry),
      dismiss: entry => without(entry.key),
    }
  }, [entries, put, run, without])

  useEffect(() => {
    const latest = entries.findLast(({ kind }) => kind !== 'failed')
    if (!latest) return
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select')
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || typing) return
      event.preventDefault()
      undoing.back(latest)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [entries, undoing])

  return (
    <Context value={undoing}>
      {children}
      {/* An open dialog shows the same inside, because nothing outside of it can be pressed. */}
      <div className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center px-4 [body:has(dialog[open])_&]:hidden">
        <UndoBars />
      </div>
    </Context>
  )
}

/** What can still be undone, the latest last. */
export function UndoBars() {
  const undoing = useContext(Context)
  return (
    <div role="status" className="flex w-full max-w-xl flex-col gap-2 empty:hidden">
      {undoing?.entries.map(entry => (
        <Bar key={entry.key} entry={entry} undoing={undoing} />
      ))}
    </div>
  )
}

const button =
  'inline-flex min-h-9 shrink-0 items-center rounded-cell px-2 font-semibold underline underline-offset-3 max-sm:min-h-11'

function Bar({ entry, undoing }: { entry: Entry; undoing: Undoing }) {
  const { words, kind, endsAt } = entry
  const seconds = Math.max(1, Math.ceil((useRemaining(endsAt) ?? undoMs) / 1000))
  return (
    <div
      data-testid="undo"
      data-kind={kind}
      className="pointer-events-auto flex flex-wrap items-center gap-x-3 rounded-box bg-ink py-1.5 pr-2 pl-4 text-[0.95rem] text-sheet"
    >
      <span className="min-w-0 flex-1 py-1 break-words">
        <Sentence text={words} />
      </span>
      {kind === 'failed' ? (
        <button type="button" className={button} onClick={() => undoing.dismiss(entry)}>
          Close
        </button>
      ) : (
        <>
          {/* A count that is read out every second would be in the way. */}
          <span aria-hidden="true" data-testid="undo-seconds" className="tabular-nums">
            {kind === 'soon' ? `in ${seconds} s` : `${seconds} s`}
          </span>
          {kind === 'soon' && (
            <button
              type="button"
              data-testid="undo-now"
              className={button}
              onClick={() => undoing.now(entry)}
            >
              Now
            </button>
          )}
          <button
            type="button"
            data-testid="undo-back"
            className={button}
            onClick={() => undoing.back(entry)}
          >
            Undo
          </button>
        </>
      )}
    </div>
  )
}
