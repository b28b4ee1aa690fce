'use client'

import { away, type Due, dayAndTime } from '@/components/ui/due'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'

const dayMs = 86_400_000

/** Says when the homework is due, and afterwards what that means. */
export function HomeworkLine({ due }: { due: Due | null }) {
  if (!due) return null
  const { dueAt, late, remaining, own } = due
  if (remaining > 0) {
    return (
      <p
        data-testid="homework-due"
        className="flex flex-wrap items-center gap-x-2 text-[0.95rem] text-ink-2 tabular-nums"
      >
        <Icon name="clock" className={remaining < dayMs ? 'text-chalk-ink' : ''} />
        <span>
          Homework, due {own && 'for you '}
          <time dateTime={new Date(dueAt).toISOString()} className="font-semibold text-ink">
            {dayAndTime(dueAt)}
          </time>
          , {away(remaining)}
        </span>
      </p>
    )
  }
  return (
    <Notice tone="plain" urgent testid={late ? 'homework-late' : 'homework-closed'}>
      <p>
        <strong className="font-semibold">
          This homework was due {own && 'for you '}
          {dayAndTime(dueAt)}.
        </strong>{' '}
        {late
          ? 'Answers are still accepted, but count as late.'
          : 'It accepts no more answers. Nothing that you typed is lost; if your teacher changes the date, you can go on.'}
      </p>
    </Notice>
  )
}
