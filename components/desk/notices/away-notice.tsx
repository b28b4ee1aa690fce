'use client'

import { Icon } from '@/components/ui/icon'
import type { Change } from '@/lib/client/away'
import type { DeskView } from '@/lib/client/desk-view'
import { stepIn } from './pace-notices'

const shownMost = 6

interface AwayNoticeProps {
  view: DeskView
  changes: readonly Change[]
  onGo: (version: string, step: string) => void
  onDismiss: () => void
}

/**
 * Lists what changed while the student was away, each with a way to it. It takes no focus and stays until it is
 * dismissed.
 */
export function AwayNotice({ view, changes, onGo, onDismiss }: AwayNoticeProps) {
  const more = changes.length - shownMost
  return (
    <div role="status" className="empty:hidden">
      {changes.length > 0 && (
        <div
          data-testid="away"
          className="relative rounded-box border border-line-2 bg-sheet py-3 pr-14 pl-4 text-[0.95rem]"
        >
          <p className="font-semibold">While you were away</p>
          <ul className="mt-1 max-sm:space-y-1.5">
            {changes.slice(0, shownMost).map(({ words, to }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
              <li key={at} className="flex flex-wrap items-baseline gap-x-2.5 text-ink-2">
                <span className="min-w-0 break-words">{words}</span>
                {to && stepIn(view, to.version, to.step) && (
                  <button
                    type="button"
                    data-testid="away-go"
                    aria-label={`Go there: ${words}`}
                    onClick={() => onGo(to.version, to.step)}
                    className="inline-flex min-h-8 items-center gap-1.5 rounded-cell font-semibold text-chalk-ink underline-offset-2 hover:underline max-sm:min-h-11"
                  >
                    Go there <Icon name="arrow" size={13} />
                  </button>
                )}
              </li>
            ))}
            {more > 0 && <li className="text-ink-2">And {more} more.</li>}
          </ul>
          <button
            type="button"
            data-testid="away-dismiss"
            aria-label="Dismiss this list"
            onClick={onDismiss}
            className="absolute top-1 right-1 flex size-11 items-center justify-center rounded-cell text-ink-2 hover:text-ink"
          >
            <Icon name="cross" size={14} />
          </button>
        </div>
      )}
    </div>
  )
}
