import type { Subject } from '../argument'
import { text } from '../text'

/** What teachers are told about the people of a class and its door, and what those people are told. */
export const people = {
  'people.name-unseen': () => text`Please type a name that can be seen.`,
  'people.name-too-long': ({ most }: { most: number }) =>
    text`A name has at most ${most} characters. Please shorten it.`,
  'people.no-title': () => text`Please give the class a title.`,
  'people.title-too-long': ({ most }: { most: number }) =>
    text`A title has at most ${most} characters. Please shorten it.`,
  'people.number-rule': ({ most }: { most: number }) =>
    text`A student number has at most ${most} letters and digits.`,
  'people.removed': () => text`Your teacher has removed you from this class.`,
  'people.not-removed': () => text`Remove the student first.`,
  'people.one-entry': () => text`These two are already one entry.`,
  'people.nobody-waits': () => text`Nobody is waiting there any more.`,
  'people.not-let-in': () =>
    text`Your teacher did not let you in. If that was a mistake, tell your teacher and join again.`,
  'people.no-free-code': () => text`No free code was found. Nothing was changed.`,
  'people.no-countdown': () => text`There is no countdown. Set one in the pacing first.`,
  'people.no-homework': () => text`The class is not homework. Reopen it as homework in the pacing first.`,
  'people.nothing-answered': () =>
    text`This student has not answered this step yet. You can excuse a student from it.`,
  'people.not-in-words': () => text`Only answers in words are marked by hand.`,
  'people.answers-changed': () => text`These answers were changed meanwhile. Please read the new ones.`,
  'people.owner-deletes': () => text`Only the owner of a class can delete it.`,
  'people.class-deleted': () => text`This class was deleted, with everything in it.`,
} satisfies Subject
