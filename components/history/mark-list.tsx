'use client'

import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import { Sheet } from '@/components/ui/sheet'
import type { ClassTime } from '@/lib/client/class-time'
import type { ClassHistory } from '@/lib/protocol/history'
import { day, minute } from './moments'
import type { Player } from './use-player'

interface MarkListProps {
  history: ClassHistory
  time: ClassTime
  player: Player
}

interface Entry {
  readonly at: number
  readonly words: string
  readonly icon: 'person' | 'up' | 'eye' | 'clock'
}

/** Everything on the time line in words. Pressing one leads the replay to its moment. */
export function MarkList({ history, time, player }: MarkListProps) {
  const entries: Entry[] = [
    ...history.marks.map(
      ({ at, kind, words }): Entry => ({
        at,
        words,
        icon: kind === 'reveal' ? 'eye' : kind === 'homework' ? 'clock' : 'up',
      }),
    ),
    ...arrivals(history),
  ].sort((a, b) => a.at - b.at)
  return (
    <Sheet className="p-5 max-sm:p-3.5" data-testid="marks">
      <h2 className="text-lg font-semibold">What happened when</h2>
      <ol className="mt-2 max-h-96 overflow-y-auto text-[0.92rem]">
        {entries.map(({ at, words, icon }, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries only ever come behind the others
          <li key={number} className="border-t border-line">
            {(number === 0 || day(at) !== day(entries[number - 1]?.at ?? 0)) && (
              <p className="pt-2 text-sm font-medium text-ink-2">{day(at)}</p>
            )}
            <button
              type="button"
              onClick={() => player.go(time.placeOf(at))}
              className="flex min-h-9 w-full items-baseline gap-x-3 py-1.5 text-left hover:bg-working-ground/60"
            >
              <time dateTime={new Date(at).toISOString()} className="w-18 shrink-0 text-ink-2 tabular-nums">
                {minute(at)}
              </time>
              <Icon name={icon} size={13} className="translate-y-0.5 text-ink-2" />
              <span className="min-w-0">
                <Sentence text={words} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

const togetherMs = 60_000

/** The students who joined, one line a minute. */
function arrivals({ students }: ClassHistory): Entry[] {
  const groups: { at: number; names: string[] }[] = []
  for (const { name, since } of [...students].sort((a, b) => a.since - b.since)) {
    const last = groups.at(-1)
    if (last && since - last.at < togetherMs) last.names.push(name)
    else groups.push({ at: since, names: [name] })
  }
  return groups.map(({ at, names }) => ({ at, words: `${inOneLine(names)} joined`, icon: 'person' }))
}

function inOneLine(names: readonly string[]): string {
  if (names.length <= 3) return names.join(', ')
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
}
