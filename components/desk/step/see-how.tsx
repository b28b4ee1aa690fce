'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import type { Reply } from '@/lib/protocol/replies'
import type { SolutionLine } from '@/lib/protocol/solution'

/** Under a solution that was revealed: the way to it, a line at a time, with the student's own numbers. */
export function SeeHow({ ask }: { ask: () => Promise<Reply<{ lines: SolutionLine[] }>> }) {
  const [lines, setLines] = useState<readonly SolutionLine[] | null>(null)
  const [shown, setShown] = useState(0)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function toggle(): Promise<void> {
    if (shown > 0) return setShown(0)
    if (lines) return setShown(1)
    setBusy(true)
    const reply = await ask()
    setBusy(false)
    setRefused(reply.ok ? null : reply.message)
    if (!reply.ok) return
    setLines(reply.lines)
    setShown(1)
  }

  const open = shown > 0
  return (
    <div className="mt-3">
      <button
        type="button"
        data-testid="see-how"
        aria-expanded={open}
        aria-busy={busy || undefined}
        onClick={() => void toggle()}
        className="inline-flex min-h-9 items-center gap-1.5 text-[0.95rem] font-medium text-revealed underline decoration-dotted underline-offset-4 max-sm:min-h-11"
      >
        See how
        <Icon name={open ? 'up' : 'down'} size={13} />
      </button>
      {refused && (
        <p role="alert" className="text-sm text-wrong">
          <Sentence text={refused} />
        </p>
      )}
      {open && lines && (
        <>
          <ol aria-live="polite" className="mt-1.5 space-y-2.5">
            {lines.slice(0, shown).map((line, at) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in their order
                key={at}
                data-testid="worked-line"
                className="animate-[appear_0.2s]"
              >
                <p className="text-[0.92rem]">
                  <Sentence text={line.says} />
                </p>
                <section
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
                  tabIndex={0}
                  aria-label={`Line ${at + 1}`}
                  className="mt-0.5 overflow-x-auto"
                >
                  <MathFormula mathml={line.mathml} />
                </section>
              </li>
            ))}
          </ol>
          {shown < lines.length && (
            <p className="mt-3 flex flex-wrap items-center gap-2.5">
              <Button size="small" data-testid="next-line" onClick={() => setShown(shown + 1)}>
                Next line
              </Button>
              <Button size="small" kind="quiet" onClick={() => setShown(lines.length)}>
                All of it
              </Button>
            </p>
          )}
        </>
      )}
    </div>
  )
}
