'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import { limits } from '@/lib/protocol/limits'
import {
  beginsOwn,
  type Changes,
  type Choice,
  type ChoosableExercise,
  changesOf,
  choicesOf,
  drawable,
  pickedVersions,
  toggled,
} from '../closer/choice'
import { ChosenOrder } from './chosen-order'
import { ExerciseLibrary } from './exercise-library'
import { ExerciseLook } from './exercise-look'
import { OwnNumbers } from './own-numbers'

interface ChooseDialogProps {
  session: BoardSession | null
  choosable: readonly ChoosableExercise[]
  chosen: readonly Chosen[]
  /** Whether the class has its own numbers for each student now. */
  ownNumbers: boolean
  open: boolean
  onClose: () => void
}

interface Chosen {
  readonly version: string
  readonly title: string
  readonly draws: boolean
}

/** What the class works on, and in which order. */
export function ChooseDialog({ open, onClose, ...rest }: ChooseDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Exercises of this class" wide>
      <ChoiceList {...rest} onDone={onClose} />
    </Dialog>
  )
}

function ChoiceList({
  session,
  choosable,
  chosen,
  ownNumbers,
  onDone,
}: Omit<ChooseDialogProps, 'open' | 'onClose'> & { onDone: () => void }) {
  const [choices, setChoices] = useState(() => choicesOf(choosable, chosen))
  const [own, setOwn] = useState(() => beginsOwn(choices, chosen, ownNumbers))
  const [looked, setLooked] = useState<Choice | null>(null)
  const lookedFrom = useRef<HTMLElement | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const versions = pickedVersions(choices, own)
  const fresh = drawable(choices)
  const changes = changesOf(choices, chosen, { own, was: ownNumbers })

  async function save(): Promise<void> {
    if (!session) return
    setBusy(true)
    const numbers = fresh > 0 && own !== ownNumbers ? await session.ask('pace', { do: 'numbers', own }) : null
    const reply = numbers?.ok === false ? numbers : await session.ask('choose', { versions })
    setBusy(false)
    if (reply.ok) onDone()
    else setError(reply.message)
  }

  return (
    <>
      {looked && (
        <ExerciseLook
          exercise={looked}
          onBack={() => {
            setLooked(null)
            requestAnimationFrame(() => lookedFrom.current?.focus())
          }}
        />
      )}
      <div hidden={looked !== null} className="space-y-4">
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <ExerciseLibrary
            choices={choices}
            choosable={choosable}
            onToggle={version => setChoices(toggled(choices, version))}
            onLook={(choice, from) => {
              lookedFrom.current = from
              setLooked(choice)
            }}
          />
          <ChosenOrder choices={choices} onChange={setChoices} />
        </div>
        <OwnNumbers own={own} chosen={versions.length} drawable={fresh} onChange={setOwn} />
        <ChangesTold changes={changes} />
        {versions.length > limits.exercisesPerClass && (
          <Notice tone="wrong">A class has at most {limits.exercisesPerClass} exercises.</Notice>
        )}
        {error && (
          <Notice tone="wrong" urgent>
            <Sentence text={error} />
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button kind="act" data-testid="choose-save" busy={busy} disabled={!session} onClick={save}>
            {versions.length === 1 ? 'Use 1 exercise' : `Use ${versions.length} exercises`}
          </Button>
          <a href="/teach/exercises/new" className="text-[0.95rem] text-ink-2 underline underline-offset-4">
            Write a new one
          </a>
        </div>
      </div>
    </>
  )
}

function ChangesTold({ changes: { leave, anew } }: { changes: Changes }) {
  return (
    <>
      {leave.length > 0 && (
        <Notice tone="chalk" icon={false}>
          {leave.join(', ')} will leave the students’ desks. The answers are kept, and come back when you
          choose the exercise again.
        </Notice>
      )}
      {anew.length > 0 && (
        <Notice tone="chalk" icon={false}>
          {anew.join(', ')} will start over with other numbers. Answers to the present ones are kept, and come
          back with them.
        </Notice>
      )}
    </>
  )
}
