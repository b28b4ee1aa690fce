'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { Sheet } from '@/components/ui/sheet'
import { TimeOfDay } from '@/components/ui/time-of-day'
import type { DeskSession } from '@/lib/client/desk-session'
import type { DeskView } from '@/lib/client/desk-view'
import type { DeskPoll } from '@/lib/protocol/poll'
import type { DeskMessage } from '@/lib/protocol/talk'
import { stepIn } from '../notices/pace-notices'
import { PollDialog } from './poll-dialog'
import { useRead } from './use-read'

interface TalkCornerProps {
  session: DeskSession | null
  view: DeskView
  student: string
  /** The step that is unfolded. */
  here: { readonly version: string | null; readonly step: string | null }
  onGo: (version: string, step: string) => void
}

/** More messages are folded behind a button, so that they do not cover the work. */
const shownAtOnce = 2

/** What the teacher says, over the page's lower corner, where it is always seen and moves nothing. */
export function TalkCorner({ session, view, student, here, onGo }: TalkCornerProps) {
  const { read, putAway } = useRead(student)
  const [all, setAll] = useState(false)
  const [asking, setAsking] = useState(false)
  const { poll } = view.talk
  const unread = view.talk.messages.filter(({ id }) => !read.has(id)).toReversed()
  const called = poll !== null && (poll.open || !read.has(poll.id))
  const shown = all ? unread : unread.slice(0, shownAtOnce)
  return (
    <>
      {/* Leaves room, so that the end of the page can be scrolled out from under the corner. */}
      {(called || unread.length > 0) && <div aria-hidden="true" className="h-44" />}
      <section
        aria-label="From your teacher"
        className="pointer-events-none fixed right-5 bottom-5 z-30 w-88 max-sm:inset-x-2.5 max-sm:bottom-2.5 max-sm:w-auto"
      >
        <div aria-live="polite" className="flex max-h-[70dvh] flex-col gap-2.5 overflow-y-auto p-1">
          {shown.toReversed().map(message => (
            <Message
              key={message.id}
              message={message}
              onPutAway={() => putAway(message.id)}
              step={message.on && <StepName view={view} {...message.on} />}
              onGo={
                message.on && !(message.on.version === here.version && message.on.step === here.step)
                  ? () => message.on && onGo(message.on.version, message.on.step)
                  : null
              }
            />
          ))}
          {unread.length > shownAtOnce && (
            <Button
              size="small"
              aria-expanded={all}
              className="pointer-events-auto self-end"
              onClick={() => setAll(!all)}
            >
              {all ? 'Fewer' : `${unread.length - shownAtOnce} earlier`}
            </Button>
          )}
          {poll && called && (
            <Call poll={poll} onAnswer={() => setAsking(true)} onPutAway={() => putAway(poll.id)} />
          )}
        </div>
      </section>
      <PollDialog
        session={session}
        view={view}
        poll={poll}
        open={asking && poll !== null}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function Message({
  message: { at, text },
  step,
  onGo,
  onPutAway,
}: {
  message: DeskMessage
  step: ReactNode
  onGo: (() => void) | null
  onPutAway: () => void
}) {
  return (
    <Sheet
      data-testid="message"
      className="pointer-events-auto animate-[appear_0.2s] border-line-2 py-2.5 pr-2 pl-4 shadow-[0_0_0_4px_var(--page)]"
    >
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 pt-1.5 text-sm text-ink-2">
          <span className="font-semibold text-ink">Your teacher</span> <TimeOfDay at={at} />
        </p>
        <PutAway onPress={onPutAway} />
      </div>
      <p className="max-h-48 overflow-y-auto pr-2 break-words whitespace-pre-line">{text}</p>
      {step && (
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 pb-1 text-[0.95rem] text-ink-2">
          <span className="flex items-center gap-2">about {step}</span>
          {onGo && (
            <Button size="small" onClick={onGo}>
              Go there <Icon name="arrow" size={14} />
            </Button>
          )}
        </p>
      )}
    </Sheet>
  )
}

function Call({
  poll,
  onAnswer,
  onPutAway,
}: {
  poll: DeskPoll
  onAnswer: () => void
  onPutAway: () => void
}) {
  return (
    <Sheet
      data-testid="poll-call"
      lit={poll.open && poll.mine === null}
      className="pointer-events-auto animate-[appear_0.2s] py-3 pr-2 pl-4"
    >
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 pt-1 text-sm text-ink-2">
          {poll.open ? 'A question to the class' : 'What the class answered'}
        </p>
        {!poll.open && <PutAway onPress={onPutAway} />}
      </div>
      <p className="line-clamp-3 pr-2 break-words whitespace-pre-line">{poll.question}</p>
      <p className="mt-2.5 flex items-center gap-3">
        <Button
          size="small"
          kind={poll.open && poll.mine === null ? 'act' : 'plain'}
          data-testid="poll-answer"
          onClick={onAnswer}
        >
          {!poll.open ? 'See the votes' : poll.mine === null ? 'Answer' : 'Change my vote'}
        </Button>
        {poll.open && poll.mine !== null && (
          <span className="flex items-center gap-1.5 text-sm text-ink-2">
            <Icon name="tick" size={14} /> Your vote is in.
          </span>
        )}
      </p>
    </Sheet>
  )
}

function PutAway({ onPress }: { onPress: () => void }) {
  return (
    <button
      type="button"
      data-testid="put-away"
      aria-label="Dismiss"
      title="Dismiss"
      onClick={onPress}
      className="-mt-0.5 grid size-9 shrink-0 place-items-center rounded-cell text-ink-2 hover:bg-working-ground hover:text-ink max-sm:size-11"
    >
      <Icon name="cross" size={14} />
    </button>
  )
}

function StepName({ view, version, step }: { view: DeskView; version: string; step: string }) {
  const found = stepIn(view, version, step)
  if (found === null || found.node === null) return <span className="text-ink">{found?.title ?? step}</span>
  return (
    <>
      <MathFormula mathml={found.mathml} className="text-ink" />
      <span className="sr-only">{found.title}</span>
    </>
  )
}
