import { Fitted } from '@/components/ui/fitted'
import { MathFormula } from '@/components/ui/math'
import { Pill } from '@/components/ui/pill'
import { Sentence } from '@/components/ui/sentence'
import type { PublicSheet } from '@/lib/protocol/exercise'
import { Values } from '../cells/values'

/**
 * Somebody else's answers, to be read and not typed into. They have a dashed border; the student's own have a solid
 * one.
 */
export function ShownSheet({ sheet }: { sheet: PublicSheet }) {
  return (
    <section
      aria-label="Somebody else's answers, with one mistake in them"
      data-testid="shown-sheet"
      className="rounded-sheet border border-dashed border-line-2 bg-sheet px-4 py-4 sm:px-5.5"
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Pill tone="working">Somebody else's answers</Pill>
        <span className="text-[0.95rem] text-ink-2">They contain one mistake.</span>
      </p>
      <ul className="mt-4 flex flex-wrap items-center gap-x-7 gap-y-4">
        {sheet.entries.map(entry => (
          <li key={entry.step} data-step={entry.step} className="max-w-full min-w-0">
            <Fitted>
              <span className="flex w-max items-center gap-2">
                <Target entry={entry} />
                <span className="text-ink-2">=</span>
                <Values shape={entry.shape} values={entry.values} />
              </span>
            </Fitted>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A nudge or a descent is named in words, because its formula does not say which one it is. */
function Target({ entry: { mathml, title, phrase } }: { entry: PublicSheet['entries'][number] }) {
  if (phrase !== undefined) {
    return (
      <span className="text-[0.95rem]">
        <Sentence text={phrase} />
      </span>
    )
  }
  return (
    <>
      <MathFormula mathml={mathml} className="text-[1.05rem]" />
      <span className="sr-only">{title}</span>
    </>
  )
}
