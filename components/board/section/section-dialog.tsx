'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import { limits } from '@/lib/protocol/limits'
import { type RunnableSection, withExercises } from './runnable'
import { useRunSection } from './use-run-section'

interface SectionDialogProps {
  session: BoardSession | null
  board: BoardState
  sections: readonly RunnableSection[]
  open: boolean
  onClose: () => void
}

/** Which section of the lesson the class reads. */
export function SectionDialog({ open, onClose, ...rest }: SectionDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Read a section together" wide>
      <SectionChoice {...rest} onDone={onClose} />
    </Dialog>
  )
}

type SectionChoiceProps = Omit<SectionDialogProps, 'open' | 'onClose'> & { onDone: () => void }

function SectionChoice({ session, board, sections, onDone }: SectionChoiceProps) {
  const running = board.pacing.section ?? null
  const [slug, setSlug] = useState(running?.slug ?? sections[0]?.slug ?? null)
  const { begin, end, busy, error } = useRunSection(session, board.exercises)
  const picked = sections.find(section => section.slug === slug)
  const after = picked ? withExercises(board.exercises, picked).length : 0
  const more = after - board.exercises.length
  const tooMany = after > limits.exercisesPerClass
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={async event => {
        event.preventDefault()
        if (picked && (await begin(picked))) onDone()
      }}
    >
      <p className="text-ink-2">
        Each desk gets the section’s text and figures above the exercises, the projector can show it part by
        part, and its exercises are added to the class.
      </p>
      {running && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-box bg-chalk-ground px-4 py-2.5 text-chalk-ink">
          <p className="min-w-0 flex-1">
            On the desks now: <strong>{running.title}</strong>
          </p>
          <Button
            size="small"
            data-testid="section-end"
            busy={busy}
            disabled={!session}
            title="The text leaves the desks; the exercises stay"
            onClick={async () => {
              if (await end()) onDone()
            }}
          >
            End it
          </Button>
        </div>
      )}
      <fieldset
        data-testid="section-list"
        className="max-h-[46dvh] divide-y divide-line overflow-y-auto rounded-box border border-line"
      >
        <legend className="sr-only">The sections of the lesson</legend>
        {sections.map(section => (
          <label
            key={section.slug}
            className={`flex min-h-11 cursor-pointer items-center gap-3 px-3.5 py-2 hover:bg-working-ground ${
              section.slug === slug ? 'bg-working-ground' : ''
            }`}
          >
            <input
              type="radio"
              name="section"
              className="size-4.5 shrink-0 accent-(--act)"
              checked={section.slug === slug}
              onChange={() => setSlug(section.slug)}
            />
            <span className="min-w-0 flex-1 font-medium">{section.title}</span>
            <span className="shrink-0 text-sm text-ink-2 tabular-nums">
              {exercisesOf(section.versions.length)}, {section.minutes} min to read
            </span>
          </label>
        ))}
      </fieldset>
      {tooMany && (
        <Notice tone="wrong">
          With the exercises of this section the class would have {after}, and it can have{' '}
          {limits.exercisesPerClass}. Take some away first.
        </Notice>
      )}
      {error && (
        <Notice tone="wrong" urgent>
          <Sentence text={error} />
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="submit"
          kind="act"
          data-testid="section-begin"
          busy={busy}
          disabled={!session || !picked || tooMany || (picked.slug === running?.slug && more === 0)}
        >
          Begin
        </Button>
        <p className="text-[0.95rem] text-ink-2">
          {more === 0 ? 'The class has its exercises already.' : `Adds ${exercisesOf(more)} to the class.`}
        </p>
      </div>
    </form>
  )
}

const exercisesOf = (count: number) => (count === 1 ? '1 exercise' : `${count} exercises`)
