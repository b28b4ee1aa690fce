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
  /** Whether several can be chosen. */
  several?: boolean
  /** The values that are chosen; an unknown value means none. */
  chosen: readonly string[]
  /** The verdict on what is chosen, once it was checked. */
  mark: CellVerdict | null
  /** Gets all that are chosen now, in the order in which they are offered. */
  onChoose: (values: readonly string[]) => void
  /** Called on Enter at any of them. */
  onCheck?: () => void
  /** Stands right below, so that the button does not move when a verdict comes. */
  children?: ReactNode
}

/** A question that is answered by some of a few answers: radio buttons or check boxes, so that arrows and Tab do what they do everywhere. */
export function Choices({
  step,
  choices,
  several = false,
  chosen,
  mark,
  onChoose,
  onCheck,
  children,
}: ChoicesProps) {
  const name = useId()
  // A mark on each of several would tell which of them are wrong, when all that is known is that the whole is.
  const look = mark === null || (several && mark.verdict === 'wrong') ? null : stateLooks[mark.verdict]
  const choose = (value: string): void => {
    const isChosen = (one: string) => (several ? chosen.includes(one) !== (one === value) : one === value)
    onChoose(choices.flatMap(one => (isChosen(one.value) ? [one.value] : [])))
  }
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
          const mine = chosen.includes(choice.value)
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
                type={several ? 'checkbox' : 'radio'}
                name={name}
                value={choice.value}
                checked={mine}
                data-cell={index}
                data-verdict={mine ? mark?.verdict : undefined}
                onChange={() => choose(choice.value)}
                className="size-4.5 shrink-0 accent-[var(--right)]"
              />
              {choice.mathml === null ? (
                <span className="min-w-0 break-words">
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
