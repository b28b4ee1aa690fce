import { approximate, exactText, isElement, type Scalar } from '@/lib/exact/atoms'
import { shortest } from '@/lib/exact/rational'
import { mapTensor, type Nested, nest, type Tensor } from '@/lib/exact/tensor'

/** Characters of an exact form that is still read; of a longer one the first 30 digits stand. */
const longest = 60

/** What exact forms are written with, besides names of symbols, as Python's `math` has it. */
export const functions: Readonly<Record<string, string>> = {
  e: 'e',
  erf: 'erf',
  exp: 'exp',
  ln: 'log as ln',
  pi: 'pi',
  sin: 'sin',
  cos: 'cos',
  sqrt: 'sqrt',
}

/** An exact number as Python computes it: `-7/5`, `3/4*ln(2)`. */
export function number(value: Scalar, name: (symbol: string) => string): string {
  if (!isElement(value)) return shortest(value)
  const text = exactText(value)
  if (text === null || text.length > longest) return approximate(value).replace('~', '')
  return text
    .replaceAll('^', '**')
    .replace(/\p{L}[\p{L}\p{N}_]*/gu, word => (Object.hasOwn(functions, word) ? word : name(word)))
}

/** A tensor as nested lists. */
export function lists(tensor: Tensor<Scalar>, name: (symbol: string) => string): string {
  return listed(nest(mapTensor(tensor, value => number(value, name))))
}

/** Nested lists as Python writes them. */
export function listed(nested: Nested<string>): string {
  return typeof nested === 'string' ? nested : `[${nested.map(listed).join(', ')}]`
}
