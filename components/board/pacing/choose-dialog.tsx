'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import { limits } from '@/lib/protocol/limits'
import { type ChoosableExercise, choicesOf, pickedVersions, toggled } from '../closer/choice'
import { ChosenOrder } from './chosen-order'
import { ExerciseLibrary } from './exercise-library'

interface ChooseDialogProps {
  session: BoardSession | null
  choosable: readonly ChoosableExercise[]
  chosen: readonly { version: string; title: string }[]
  open: boolean
  onClose: () => void
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
  onDone,
}: Omit<ChooseDialogProps, 'open' | 'onClose'> & { onDone: () => void }) {
  const [choices, setChoices] = useState(() => choicesOf(choosable, chosen))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const versions = pickedVersions(choices)
  const dropped = chosen.filter(({ version }) => !versions.includes(version))

  async function save(): Promise<void> {
    if (!session) return
    setBusy(true)
    const reply = await session.ask('choose', { versions })
    setBusy(false)
    if (reply.ok) onDone()
    else setError(reply.message)
  }

  return (
    <div className="space-y-4">
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ExerciseLibrary
          choices={choices}
          choosable={choosable}
          onToggle={version => setChoices(toggled(choices, version))}
        />
        <ChosenOrder choices={choices} onChange={setChoices} />
      </div>
      {dropped.length > 0 && (
        <Notice tone="chalk" icon={false}>
          {dropped.map(({ title }) => title).join(', ')} will leave the students’ desks. The answers are kept,
          and come back when you choose the exercise again.
        </Notice>
      )}
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
  )
}
