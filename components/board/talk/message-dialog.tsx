'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import { Typed } from '@/components/ui/typed'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import { limits } from '@/lib/protocol/limits'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { Addressees } from '@/lib/protocol/talk'
import { typedPieces } from '@/lib/words/typed'
import { useAsking } from '../closer/use-asking'
import { SentMessages } from './sent-messages'
import { addresseesInWords, stepInWords } from './talk-words'

/** Whom a message goes to. */
export interface Letter {
  readonly to: Addressees
  /** The step at which the message may stand as a hint. */
  readonly on?: StepAddress
  /** What stands there to begin with. */
  readonly text?: string
}

interface MessageDialogProps extends Letter {
  /** Null while the board is not live. */
  session: BoardSession | null
  board: BoardState
  open: boolean
  onClose: () => void
}

/** Writes to students: to everyone, to some, or to all who made one mistake. Below stands what was written so far. */
export function MessageDialog({ session, board, to, on, text, open, onClose }: MessageDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={to === null ? 'Message to the class' : 'Message'} wide>
      <LetterForm session={session} board={board} to={to} on={on ?? null} begun={text ?? ''} />
      <SentMessages session={session} board={board} />
    </Dialog>
  )
}

interface LetterFormProps {
  session: BoardSession | null
  board: BoardState
  to: Addressees
  on: StepAddress | null
  begun: string
}

function LetterForm({ session, board, to, on, begun }: LetterFormProps) {
  const id = useId()
  const [text, setText] = useState(begun)
  const [atStep, setAtStep] = useState(true)
  const [sent, setSent] = useState(false)
  const { run, busy, error } = useAsking()
  const room = limits.messageChars - [...text.trim()].length
  const step = on && stepInWords(board, on)
  return (
    <form
      noValidate
      onSubmit={async event => {
        event.preventDefault()
        if (!session || text.trim() === '' || room < 0) return
        const done = await run(() => session.ask('say', { do: 'say', to, text, on: atStep ? on : null }))
        setSent(done)
        if (done) setText('')
      }}
    >
      <label htmlFor={id} className="mb-1.5 block text-[0.95rem] text-ink-2">
        To{' '}
        <span className="font-semibold text-ink">
          <Sentence text={addresseesInWords(board, to)} />
        </span>
      </label>
      <textarea
        id={id}
        data-testid="message-text"
        rows={4}
        value={text}
        onChange={event => {
          setText(event.target.value)
          setSent(false)
        }}
        aria-describedby={`${id}-room`}
        className="block w-full rounded-box border border-field-line bg-sheet px-3.5 py-2.5 text-ink"
      />
      {hasMathematics(text) && (
        <p data-testid="message-preview" className="mt-2 text-[0.95rem] break-words whitespace-pre-line">
          <span className="text-ink-2">Students read: </span>
          <Typed text={text} />
        </p>
      )}
      {on && (
        <label className="mt-2 flex min-h-10 cursor-pointer items-center gap-3 text-[0.95rem]">
          <input
            type="checkbox"
            checked={atStep}
            onChange={event => setAtStep(event.target.checked)}
            className="size-4.5 accent-[var(--right)]"
          />
          <span>
            It stands at <Sentence text={step ?? ''} /> too, as a hint from you
          </span>
        </label>
      )}
      {error && (
        <div className="mt-3">
          <Notice tone="wrong" urgent>
            <Sentence text={error} />
          </Notice>
        </div>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="submit"
          kind="act"
          busy={busy}
          disabled={session === null || text.trim() === '' || room < 0}
          data-testid="message-send"
        >
          Send
        </Button>
        <p id={`${id}-room`} className={`text-sm ${room < 0 ? 'text-wrong' : 'text-ink-2'}`}>
          {room < 0
            ? `${-room} characters too many`
            : room <= 100
              ? `${room} characters left`
              : to !== null && 'Nobody sees who else gets it.'}
        </p>
        <p role="status" className="ml-auto text-[0.95rem] text-right-ink">
          {sent && 'Sent.'}
        </p>
      </div>
    </form>
  )
}

const hasMathematics = (text: string) => typedPieces(text).some(({ kind }) => kind === 'math')
