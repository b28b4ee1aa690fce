'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { AlikeQuestion } from '@/components/join/alike-question'
import { NicknamePicker } from '@/components/join/nickname-picker'
import { RosterPicker } from '@/components/join/roster-picker'
import { useDoor } from '@/components/join/use-door'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { useHydrated } from '@/components/ui/use-hydrated'
import { join, recover } from '@/lib/client/people'
import { foldCode, showCode } from '@/lib/protocol/ids'
import type { JoinAlike } from '@/lib/protocol/people'
import { numberRule, readNumber } from '@/lib/protocol/student-number'
import { codeFault, type Fault, faultOf, fieldOf } from './join-faults'

interface JoinFormProps {
  code: string
  recovering: boolean
  /** The button stays busy until it is done. */
  onJoined: (classId: string, waiting: boolean) => void
  /** The person has a desk already, in the class with this code. */
  onRecover: (code: string) => void
}

export function JoinForm({ code, recovering, onJoined, onRecover }: JoinFormProps) {
  const [trouble, setTrouble] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const [typedCode, setTypedCode] = useState(code)
  const { door, refused, again } = useDoor(recovering ? '' : typedCode)
  const [picked, setPicked] = useState<string | null>(null)
  const [nickname, setNickname] = useState('')
  /** The line of the roster that turned out to be taken. */
  const [taken, setTaken] = useState<string | null>(null)
  const [alike, setAlike] = useState<JoinAlike | null>(null)
  const names = door?.nicknames ?? []
  const drawn = names.includes(nickname) ? nickname : (names[0] ?? '')
  const onRoster = (door?.roster.length ?? 0) > 0
  const asksNumber = door?.asksNumber ?? false
  const entry = door?.roster.find(({ id }) => id === picked) ?? null
  const mustAsk = entry !== null && (entry.taken || taken === entry.id)
  const hydrated = useHydrated()

  // What was typed before the script was there is in the field only.
  useEffect(() => {
    setTypedCode(before => form.current?.querySelector<HTMLInputElement>('[name="code"]')?.value ?? before)
  }, [])

  // A code that came with the address is known to be wrong before anybody typed: the focus goes where it can be mended.
  useEffect(() => {
    if (refused === null || code === '' || foldCode(typedCode) !== code) return
    form.current?.querySelector<HTMLInputElement>('[name="code"]')?.focus()
  }, [refused, code, typedCode])

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    await send(false)
  }

  async function send(another: boolean): Promise<void> {
    if (busy || !form.current) return
    // Read from the fields themselves, so that text typed before the script was there counts too.
    const fields = new FormData(form.current)
    const typed = String(fields.get('code') ?? '')
    const second = entry?.name ?? (names.length > 0 ? drawn : String(fields.get('second') ?? ''))
    const number = String(fields.get('number') ?? '')
    const early = faultOf(typed, second, recovering)
    // Enter after the code goes on to the name, which nobody has had the time to type.
    if (early?.field === 'second' && focusedField(form.current) === 'code' && second === '')
      return goTo('second')
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
      ...(entry ? { entry: entry.id, ask: mustAsk } : { name: second, another }),
      ...(asksNumber && { number }),
    }
    const reply = recovering ? await recover(typed, second) : await join(typed, comer)
    if (reply.ok && 'alike' in reply) setAlike(reply)
    else if (reply.ok) onJoined(reply.class, 'waiting' in reply && reply.waiting === true)
    else {
      complain({ field: fieldOf(reply, recovering), message: reply.message })
      // It was free when the list was fetched.
      if (entry && reply.code === 'closed') setTaken(entry.id)
    }
    setBusy(false)
  }

  function complain(found: Fault): void {
    setTrouble(found)
    goTo(found.field === 'form' ? 'code' : found.field)
  }

  function goTo(field: 'code' | 'second' | 'number'): void {
    form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus()
  }

  const at = (field: Fault['field']) => (trouble?.field === field ? trouble.message : null)
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-4">
      <Field
        label="Class code"
        name="code"
        data-testid="join-code"
        big
        defaultValue={code === '' ? '' : showCode(code)}
        onChange={event => {
          setTypedCode(event.target.value)
          setAlike(null)
          if (trouble?.field === 'code') setTrouble(null)
        }}
        onBlur={() => {
          if (foldCode(typedCode) !== '') setTrouble(before => codeFault(typedCode) ?? before)
        }}
        error={at('code') ?? refused}
        hint={door && <ClassOfCode title={door.title} />}
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
          onChange={() => setAlike(null)}
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
      {alike ? (
        <AlikeQuestion
          {...alike}
          busy={busy}
          onMe={() => onRecover(foldCode(typedCode))}
          onAnother={() => void send(true)}
        />
      ) : (
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
      )}
    </form>
  )
}

/** Under the code: which class it opens, told before a name is typed. */
function ClassOfCode({ title }: { title: string }) {
  return (
    <span data-testid="class-of-code" role="status" className="flex gap-1.5 font-semibold text-right-ink">
      <Icon name="tick" size={14} className="mt-1" />
      {title}
    </span>
  )
}

function focusedField(form: HTMLFormElement): string | null {
  const { activeElement } = document
  return activeElement instanceof HTMLInputElement && form.contains(activeElement) ? activeElement.name : null
}
