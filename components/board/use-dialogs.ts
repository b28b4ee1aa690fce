'use client'

import { useState } from 'react'
import type { Letter } from './talk/message-dialog'
import type { PollAbout } from './talk/poll-dialog'

type DialogName =
  | 'join'
  | 'choose'
  | 'pacing'
  | 'section'
  | 'message'
  | 'poll'
  | 'people'
  | 'colleagues'
  | 'step'
  | 'words'
  | 'student'

/** What somebody wants to do to a step, before it is clear to which one. */
export type StepAct = 'bring' | 'ask' | 'time' | 'reveal'

export interface Dialogs {
  /** The dialog that is open: one at a time. */
  readonly open: DialogName | null
  /** Closes this dialog, if it is still the one that is open. */
  readonly close: (name: DialogName) => void
  readonly letter: Letter
  readonly about: PollAbout | null
  /** Whom the panel of people shows first. */
  readonly person: string | null
  /** Whose desk is looked at. */
  readonly student: string | null
  readonly step: { readonly id: string; readonly act: StepAct | null } | null
  readonly show: (name: 'join' | 'choose' | 'pacing' | 'section' | 'colleagues') => void
  /** To everyone where no letter says otherwise. */
  readonly write: (letter?: Letter) => void
  /** Null looks at the last question. */
  readonly ask: (about: PollAbout | null) => void
  readonly people: (first: string | null) => void
  readonly desk: (student: string) => void
  readonly at: (step: string, act?: StepAct) => void
  /** What was answered in words to a step. */
  readonly words: (step: string) => void
}

const toEveryone: Letter = { to: null }

/** Which dialog of the board is open, and what it is about. */
export function useDialogs(): Dialogs {
  const [open, setOpen] = useState<DialogName | null>(null)
  const [letter, setLetter] = useState<Letter>(toEveryone)
  const [about, setAbout] = useState<PollAbout | null>(null)
  const [person, setPerson] = useState<string | null>(null)
  const [student, setStudent] = useState<string | null>(null)
  const [step, setStep] = useState<Dialogs['step']>(null)
  return {
    open,
    // A dialog that another one took the place of hears of its end later.
    close: name => setOpen(now => (now === name ? null : now)),
    letter,
    about,
    person,
    student,
    step,
    show: setOpen,
    write: (to = toEveryone) => {
      setLetter(to)
      setOpen('message')
    },
    ask: question => {
      setAbout(question)
      setOpen('poll')
    },
    people: first => {
      setPerson(first)
      setOpen('people')
    },
    desk: id => {
      setStudent(id)
      setOpen('student')
    },
    at: (id, act) => {
      setStep({ id, act: act ?? null })
      setOpen('step')
    },
    words: id => {
      setStep({ id, act: null })
      setOpen('words')
    },
  }
}
