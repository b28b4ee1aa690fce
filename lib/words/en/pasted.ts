import type { Subject } from '../argument'
import { grouped } from '../plural'
import { text } from '../text'

/** Why a pasted block is not filled in. */
export const pasted = {
  'pasted.too-long': ({ most }: { most: number }) =>
    text`This is too long: a pasted block has at most ${grouped(most)} characters.`,
  'pasted.too-many-lines': ({ most }: { most: number }) =>
    text`This is too long: a pasted block has at most ${grouped(most)} lines.`,
  'pasted.left-out': () => 'Its dots stand for entries that were left out. Print all of it, and paste again.',
  'pasted.several': () => 'More than one matrix was pasted. Paste one at a time.',
  'pasted.beside': ({ beside }: { beside: string }) =>
    text`${beside} stands beside the pasted matrix. Paste the matrix alone.`,
  'pasted.entry': ({ entry }: { entry: string }) =>
    text`${entry} cannot be read as an entry, so what was pasted is not understood.`,
  'pasted.stacked': () =>
    'Fractions over several lines cannot be pasted. Print them on one line, such as 1/2.',
  'pasted.uneven': () => 'The rows of what was pasted have different lengths.',
  'pasted.unread': () => 'What was pasted cannot be read as a matrix.',
} satisfies Subject
