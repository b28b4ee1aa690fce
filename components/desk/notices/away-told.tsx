import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { Change } from '@/lib/client/away'
import type { DeskView } from '@/lib/client/desk-view'
import type { StepAddress } from '@/lib/protocol/step-address'
import { plainText } from '@/lib/words/text'
import { stepIn } from './pace-told'
import type { Told } from './told'

const shownMost = 6

interface Away {
  readonly view: DeskView
  readonly changes: readonly Change[]
  readonly onGo: (to: StepAddress) => void
  readonly onDismiss: () => void
}

/** What changed while the student was away, each with a way to it. It stays until it is dismissed. */
export function awayTold({ view, changes, onGo, onDismiss }: Away): Told[] {
  const [first] = changes
  if (!first) return []
  const more = changes.length - shownMost
  return [
    {
      id: `away ${changes.length}`,
      testid: 'away',
      tone: 'plain',
      line: 'While you were away:',
      folds: true,
      more: (
        <ul className="inline sm:[&>li]:mr-2">
          {changes.slice(0, shownMost).map(({ words, to }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
            <li key={at} className="in-data-[open=true]:block in-data-[open=false]:inline">
              <Sentence text={words} />{' '}
              {to && stepIn(view, to) && (
                <button
                  type="button"
                  data-testid="away-go"
                  aria-label={`Go there: ${plainText(words)}`}
                  onClick={() => onGo(to)}
                  className="inline-flex min-h-8 items-center gap-1.5 rounded-cell font-semibold text-chalk-ink underline-offset-2 in-data-[open=false]:hidden hover:underline max-sm:min-h-11"
                >
                  Go there <Icon name="arrow" size={13} />
                </button>
              )}
            </li>
          ))}
          {more > 0 && <li className="in-data-[open=false]:inline">And {more} more.</li>}
        </ul>
      ),
      dismiss: { label: 'Dismiss this list', testid: 'away-dismiss', onPress: onDismiss },
    },
  ]
}
