'use client'

import { type FormEvent, useRef, useState } from 'react'
import { NicknamePicker } from '@/components/join/nickname-picker'
import { RosterPicker } from '@/components/join/roster-picker'
import { useDoor } from '@/components/join/use-door'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useHydrated } from '@/components/ui/use-hydrated'
import { join, recover } from '@/lib/client/people'
import { classCodeLength, foldCode, recoveryCodeLength, showCode } from '@/lib/protocol/ids'
import type { Refusal } from '@/lib/protocol/replies'
import { numberRule, readNumber } from '@/lib/protocol/student-number'

interface JoinFormProps {
  code: string
  recovering: boolean
  /** The button stays busy until it is done. */
  onJoined: (classId: string, waiting: boolean) => void
}

type Trouble = { field: 'code' | 'second' | 'number' | 'form'; message: string }

export function JoinForm({ code, recovering, onJoined }: JoinFormProps) {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const [typedCode, setTypedCode] = useState(code)
  const { door, again } = useDoor(recovering ? '' : typedCode)
  const [picked, setPicked] = useState<string | null>(null)
  const [nickname, setNickname] = useState('')
  /** The line of the roster that turned out to be taken. */
  const [taken, setTaken] = useState<string | null>(null)
  const names = door?.nicknames ?? []
  const drawn = names.includes(nickname) ? nickname : (names[0] ?? '')
  const onRoster = (door?.roster.length ?? 0) > 0
  const asksNumber = door?.asksNumber ?? false
  const entry = door?.roster.find(({ id }) => id === picked) ?? null
  const mustAsk = entry !== null && (entry.taken || taken === entry.id)
  const hydrated = useHydrated()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || !form.current) return
    // Read from the fields themselves, so that text typed before the script was there counts too.
    const fields = new FormData(form.current)
    const typed = String(fields.get('code') ?? '')
    const second = entry?.name ?? (names.length > 0 ? drawn : String(fields.get('second') ?? ''))
    const number = String(fields.get('number') ?? '')
    const early = checkHere(typed, second, recovering)
    if (early) return complain(early)
    if (asksNumber && readNumber(number) === null) {
      return complain({
        field: 'number',
        message: number.trim() === '' ? 'Enter your student number.' : numberRule,
      })
    }
    setBusy(true)
    setTrouble(null)
    const comer = {
      ...(entry ? { entry: entry.id, ask: mustAsk } : { name: second }),
      ...(asksNumber && { number }),
    }
    const reply = recovering ? await recover(typed, second) : await join(typed, comer)
    if (reply.ok) onJoined(reply.class, 'waiting' in reply && reply.waiting === true)
    else {
      complain({ field: fieldOf(reply, recovering), message: reply.message })
      // It was free when the list was fetched.
      if (entry && reply.code === 'closed') setTaken(entry.id)
    }
    setBusy(false)
  }

  function complain(found: Trouble): void {
    setTrouble(found)
    const name = found.field === 'form' ? 'code' : found.field
    form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus()
  }

  const at = (field: Trouble['field']) => (trouble?.field === field ? trouble.message : null)
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-4">
      <Field
        label="Class code"
        name="code"
        data-testid="join-code"
        big
        defaultValue={code === '' ? '' : showCode(code)}
        onChange={event => setTypedCode(event.target.value)}
        error={at('code')}
        placeholder="K7MX-4RQ"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus={code === ''}
      />
      {recovering ? (
        <Field
          label="Recovery code"
          name="second"
          data-testid="join-recovery"
          big
          error={at('second')}
          placeholder="B3GH-8KTN"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus={code !== ''}
        />
      ) : door?.locked ? (
        <Notice tone="chalk">
          {door.title} takes in nobody new right now. If you were in it before, go on with your recovery code;
          else ask your teacher.
        </Notice>
      ) : onRoster && door ? (
        <RosterPicker
          roster={door.roster}
          picked={picked}
          onPick={id => {
            setPicked(id)
            setTrouble(null)
          }}
          error={at('second')}
        />
      ) : names.length > 0 ? (
        <NicknamePicker names={names} chosen={drawn} onChoose={setNickname} onMore={again} />
      ) : (
        <Field
          label="Your name, as your teacher knows it"
          name="second"
          data-testid="join-name"
          big
          error={at('second')}
          autoComplete="off"
          spellCheck={false}
          autoFocus={code !== ''}
        />
      )}
      {asksNumber && !door?.locked && (
        <Field
          label="Your student number"
          name="number"
          data-testid="join-number"
          big
          error={at('number')}
          autoComplete="off"
          spellCheck={false}
          hint="Only your teacher sees it."
        />
      )}
      {mustAsk && (
        <Notice tone="chalk">
          Somebody has already joined as {entry.name}. If that was you, continue with your recovery code, or
          ask here and your teacher will let you in.
        </Notice>
      )}
      {at('form') && (
        <Notice tone="wrong" urgent>
          {at('form')}
        </Notice>
      )}
      <Button
        type="submit"
        kind="act"
        size="large"
        busy={busy}
        disabled={!hydrated || (door?.locked ?? false)}
        data-testid="join-submit"
        className="w-full"
      >
        {recovering ? 'Open my desk' : mustAsk || door?.approves ? 'Ask to be let in' : 'Join the class'}
      </Button>
    </form>
  )
}

/** The faults that can be told without asking the server. */
function checkHere(code: string, second: string, recovering: boolean): Trouble | null {
  const length = foldCode(code).length
  if (length === 0) return { field: 'code', message: 'Enter the class code: 7 letters and digits.' }
  if (length !== classCodeLength) {
    return {
      field: 'code',
      message: `A class code has ${classCodeLength} letters and digits; this one has ${length}.`,
    }
  }
  if (!recovering) return second.trim() === '' ? { field: 'second', message: 'Enter your name.' } : null
  const typed = foldCode(second).length
  if (typed === recoveryCodeLength) return null
  return {
    field: 'second',
    message: `A recovery code has ${recoveryCodeLength} letters and digits${typed > 0 ? `; this one has ${typed}` : ''}.`,
  }
}

/** The field that a refusal is about: an unknown code the code, a bad name the name. */
function fieldOf(refusal: Refusal, recovering: boolean): Trouble['field'] {
  // With two codes the server does not say which one it means; its words name both.
  if (recovering) return 'form'
  if (refusal.code === 'not-found') return 'code'
  if (refusal.code === 'malformed' || refusal.code === 'too-large') return 'second'
  return 'form'
}
