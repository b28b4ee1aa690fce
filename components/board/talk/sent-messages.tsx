'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import { TimeOfDay } from '@/components/ui/time-of-day'
import { Typed } from '@/components/ui/typed'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import { useAsking } from '../closer/use-asking'
import { sentTo } from './talk-words'

/** What the teachers of the class wrote, to whom, the newest first; each can be taken back. */
export function SentMessages({ session, board }: { session: BoardSession | null; board: BoardState }) {
  const { run, busy, error } = useAsking()
  if (board.said.length === 0) return null
  return (
    <section className="mt-6 border-t border-line pt-4">
      <h3 className="text-[0.95rem] font-semibold">Sent</h3>
      {error && (
        <div className="mt-2">
          <Notice tone="wrong" urgent>
            <Sentence text={error} />
          </Notice>
        </div>
      )}
      <ul className="divide-y divide-line">
        {board.said.toReversed().map(message => (
          <li key={message.id} data-testid="sent-message" className="flex items-start gap-3 py-3">
            <div className="min-w-0 flex-1">
              <p className="text-sm text-ink-2">
                <TimeOfDay at={message.at} />, to <Sentence text={sentTo(board, message)} />
              </p>
              <p className="mt-0.5 break-words whitespace-pre-line">
                <Typed text={message.text} />
              </p>
            </div>
            <Button
              size="small"
              kind="quiet"
              className="-mr-3 -mt-1"
              disabled={session === null || busy}
              onClick={() => {
                if (session) void run(() => session.ask('say', { do: 'take-back', message: message.id }))
              }}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
