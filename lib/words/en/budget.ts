import type { Subject } from '../argument'
import { grouped } from '../plural'
import { text } from '../text'

/** Why a computation was given up, as a clause. */
export const budget = {
  'budget.work-spent': () => 'this takes more work than is allowed',
  'budget.number-too-long': ({ digits }: { digits: number }) =>
    text`a number with more than ${grouped(digits)} digits arises`,
  'budget.factor-too-large': () => 'a factor too large to be proved prime arises under a root or a logarithm',
  'budget.too-close-to-tell': () => 'telling these two values apart takes more digits than are allowed',
  'budget.digits-do-not-tell': () => 'the digits at hand do not tell',
  'budget.sign-undecided': () => 'the sign of a value here cannot be decided',
  'budget.sign-depends-on-symbols': () => 'the sign of a value here depends on the symbols in it',
  'budget.zero-undecided': () => 'it cannot be decided whether a value here is zero',
  'budget.sign-under-root-undecided': () =>
    'the sign of a value under a root or a logarithm cannot be decided',
  'budget.divides-by-step-function': () => 'this divides by a step function that is zero for some values',
} satisfies Subject
