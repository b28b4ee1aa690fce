import type { Mathematics, Subject } from '../../argument'
import { lengths } from '../../shape'
import { text } from '../../text'
import { arriving, at } from './pieces'

type Back = {
  upstream: Mathematics | null
  mask: Mathematics
  keep: Mathematics
}

export const dropout = {
  'dropout.keep-is-one-number': () => 'what dropout keeps is one number, such as 1/2',
  'dropout.mask-shape': ({ mask, x }: Record<'mask' | 'x', readonly number[]>) =>
    text`a mask of ${lengths(mask)} does not broadcast to ${lengths(x)}`,
  'dropout.mask-entry': ({ index }: { index: readonly number[] }) =>
    text`a mask holds 0 and 1 only: this one has something else${at(index)}`,
  'dropout.keep-is-a-share': () => 'what dropout keeps is a share: above 0 and at most 1',
  'dropout.value': ({ x, mask, keep }: Record<'x' | 'mask' | 'keep', Mathematics>) =>
    text`${x} where ${mask} is 1, divided by ${keep}`,
  'dropout.back': ({ upstream, mask, keep }: Back) =>
    text`${arriving(upstream)} where ${mask} is 1, divided by ${keep}`,
} satisfies Subject
