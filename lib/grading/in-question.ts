import type { KeyStep } from '@/lib/exercise'
import { foldedText } from '@/lib/language/syntax/question'
import { limits } from '@/lib/protocol/limits'
import type { Verdict } from '@/lib/protocol/verdict'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { GradedStep } from './graded-step'
import { unreadable } from './step'

/** A step that asks in words. */
export type QuestionStep = Extract<KeyStep, { kind: 'choice' | 'text' }>
type ChoiceStep = Extract<KeyStep, { kind: 'choice' }>

/** The verdict on a question in words, from what was chosen or written. Nothing follows from it, and it follows from nothing. */
export function gradeQuestion(step: QuestionStep, cells: readonly string[]): GradedStep {
  return step.kind === 'choice' ? gradeChoice(step, cells) : gradeWords(cells)
}

export type ChoicesRead =
  | { readonly ok: true; readonly chosen: ReadonlySet<string> }
  | { readonly ok: false; readonly message: Message }

/**
 * Reads what was chosen, each in a cell of its own: an option's text, or its number in the file where no option is that text. The
 * order is no matter, nor is one that is named twice. Empty cells are left out.
 */
export function readChosen({ options }: ChoiceStep, cells: readonly string[]): ChoicesRead {
  const chosen = new Set<string>()
  for (const cell of cells) {
    const typed = foldedText(cell)
    if (typed === '') continue
    const option = options.find(text => text === typed) ?? numbered(options, typed)
    if (option === undefined) {
      return { ok: false, message: message('questions.not-offered', { typed: shortened(typed) }) }
    }
    chosen.add(option)
  }
  if (chosen.size > 0) return { ok: true, chosen }
  return { ok: false, message: message('questions.nothing-chosen') }
}

function numbered(options: readonly string[], typed: string): string | undefined {
  return /^[1-9]\d?$/.test(typed) ? options[Number(typed) - 1] : undefined
}

const shownChars = 60

function shortened(typed: string): string {
  const characters = [...typed]
  return characters.length <= shownChars ? typed : `${characters.slice(0, shownChars).join('')}…`
}

/** All or nothing. */
function gradeChoice(step: ChoiceStep, cells: readonly string[]): GradedStep {
  const read = readChosen(step, cells)
  if (!read.ok) return unreadable([], new Map([[0, read.message]]))
  const { answer } = step
  const right = read.chosen.size === answer.length && answer.every(text => read.chosen.has(text))
  const said = right ? message('questions.right') : message('questions.wrong', { several: answer.length > 1 })
  return judged(right ? 'right' : 'wrong', said)
}

function gradeWords(cells: readonly string[]): GradedStep {
  const text = cells.join('\n')
  const length = [...text.trim()].length
  const most = limits.wordsChars
  if (length > 0 && length <= most) return judged('answered', message('questions.answered'))
  const said =
    length === 0
      ? message('questions.nothing-written')
      : message('questions.too-many-words', { most, length })
  return unreadable([], new Map([[0, said]]))
}

function judged(verdict: Verdict, said: Message): GradedStep {
  const reason = verdict === 'answered' ? null : 'rational'
  return { verdict, cells: [{ verdict, reason, message: null }], mistakes: [], sentences: [said] }
}
