import type { FindStep } from '@/lib/exercise'
import { isMistake } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

export type ChoiceRead =
  | { readonly ok: true; readonly choice: string }
  | { readonly ok: false; readonly message: Message }

/**
 * Reads a choice: the id of a step that is shown, or of a mistake of the catalogue (a desk offers some of them, the
 * command line takes all). Spaces do not matter, nor does the case where only one id is meant.
 */
export function readChoice({ asks, choices }: FindStep, text: string): ChoiceRead {
  const typed = text.normalize('NFC').trim()
  if (asks === 'mistake') {
    const id = typed.toLowerCase().replace(/[\s_-]+/g, '-')
    if (isMistake(id)) return { ok: true, choice: id }
    return { ok: false, message: message('verdict.choose-mistake') }
  }
  const id = typed.replace(/\s+/g, '')
  const alike = choices.filter(choice => choice.toLowerCase() === id.toLowerCase())
  const [only] = alike
  const choice = choices.find(own => own === id) ?? (alike.length === 1 ? only : undefined)
  return choice === undefined ? { ok: false, message: message('verdict.choose-step') } : { ok: true, choice }
}
