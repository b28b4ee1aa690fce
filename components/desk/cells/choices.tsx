'use client'

import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import { stateLooks } from '@/components/ui/state'
import type { Choice, PublicStep } from '@/lib/protocol/exercise'
import type { CellVerdict } from '@/lib/protocol/verdict'
import { plainText } from '@/lib/words/text'

interface ChoicesProps {
  step: PublicStep
  choices: readonly Choice[]
  /** The value that is chosen; an unknown value means none. */
  chosen: string
  /** The verdict on what is chosen, once it was checked. */
  mark: CellVerdict | null
  onChoose: (value: string) => void
  /** Called on Enter at any of them. */
  onCheck?: () => void
  /** Stands right below, so that the button does not move when a verdict comes. */
  children?: ReactNode
}

/** A question that is answered by one of a few answers: radio buttons, so that arrows and Tab do what they do everywhere. */
export function Choices({ step, choices, chosen, mark, onChoose, onCheck, children }: ChoicesProps) {
  const name = useId()
  const look = mark === null ? null : stateLooks[mark.verdict]
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    onCheck?.()
  }
  return (
    <fieldset onKeyDown={press} className="min-w-0">
      <legend className="sr-only">{step.title}</legend>
      <div
        className={`grid gap-1.5 ${typeset(choices) ? 'grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))]' : ''}`}
      >
        {choices.map((choice, index) => {
          const mine = choice.value === chosen
          return (
            <label
              key={choice.value}
              className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-cell border px-3.5 py-2 has-focus-visible:outline-2 has-focus-visible:outline-focus ${choice.mathml === null ? 'col-span-full' : ''} ${
                mine && look
                  ? `${look.ground} border-line-2`
                  : mine
                    ? 'border-ink bg-chalk-ground'
                    : 'border-line-2'
              }`}
            >
              <input
                type="radio"
                name={name}
                value={choice.value}
                checked={mine}
                data-cell={index}
                data-verdict={mine ? mark?.verdict : undefined}
                onChange={() => onChoose(choice.value)}
                className="size-4.5 shrink-0 accent-[var(--right)]"
              />
              {choice.mathml === null ? (
                <span>
                  <Sentence text={choice.text} />
                </span>
              ) : (
                <>
                  <MathFormula mathml={choice.mathml} className="text-[1.15rem]" />
                  <span className="sr-only">{plainText(choice.text)}</span>
                </>
              )}
              {mine && look && (
                <span className={`ml-auto ${look.ink}`}>
                  <Icon name={look.icon} size={16} />
                  <span className="sr-only">{look.word}</span>
                </span>
              )}
            </label>
          )
        })}
      </div>
      {children}
    </fieldset>
  )
}

/** Whether the choices are quantities, which are so short that several stand in one line. */
function typeset(choices: readonly Choice[]): boolean {
  return choices.some(({ mathml }) => mathml !== null)
}
