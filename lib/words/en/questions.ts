import type { Mathematics, Subject } from '../argument'
import { grouped } from '../plural'
import { text } from '../text'

/** A text as the file has it: words and mathematics in turn. */
type Typed = { typed: readonly (string | Mathematics)[] }

/** What is said of questions in words: those with answers to choose from, and those answered in words of one's own. */
export const questions = {
  'questions.empty': () => 'the question is empty',
  'questions.empty-option': () => 'an answer to choose is empty',
  'questions.too-long': ({ most }: { most: number }) => text`more than ${grouped(most)} characters`,
  'questions.one-option': () => 'one answer is no choice: offer two or more',
  'questions.too-many-options': ({ most }: { most: number }) =>
    text`more than ${most} answers to choose from`,
  'questions.twins': ({ text: twin }: { text: string }) => text`"${twin}" is offered already`,
  'questions.none-right': () => 'none of the answers is marked as right: write right behind it',
  'questions.explain-offers-nothing': () =>
    'explain is answered in words and offers nothing to choose from: choose does',

  /** What a step is called: `choose 2`. */
  'questions.choose': ({ nth }: { nth: number }) => text`choose${nth === 1 ? '' : ` ${nth}`}`,
  'questions.explain': ({ nth }: { nth: number }) => text`explain${nth === 1 ? '' : ` ${nth}`}`,
  'questions.asked': ({ typed }: Typed) => typed.map(piece => text`${piece}`).join(''),
  'questions.pick-one': () => 'Choose one.',
  'questions.pick-all': () => 'Choose all that apply.',
  'questions.pick-words': () => 'Your teacher reads it; it is not checked here.',

  'questions.right': () => 'Right.',
  /** Nothing here tells how much of a choice is right ([G9]). */
  'questions.wrong': ({ several }: { several: boolean }) =>
    several
      ? 'Not yet. Each answer counts: go through all of them again.'
      : 'Not that one. Read the question once more.',
  'questions.answered': () => 'Handed in. Your teacher reads it.',
  'questions.nothing-chosen': () => 'Choose an answer first.',
  'questions.not-offered': ({ typed }: { typed: string }) => text`"${typed}" is not among the answers.`,
  'questions.nothing-written': () => 'Write something first.',
  'questions.too-many-words': ({ most, length }: { most: number; length: number }) =>
    text`At most ${grouped(most)} characters: this has ${grouped(length)}.`,
  'questions.misshapen-choice': () => 'Expected one string, or an array of strings.',

  'questions.solution': ({ count }: { count: number }) =>
    count === 1 ? 'This answer is right.' : 'These answers are right, and no others.',
  'questions.no-solution': () => 'A question in words has no solution to reveal.',
  'questions.all-right': () => 'every answer is right: there is nothing to decide',
} satisfies Subject
