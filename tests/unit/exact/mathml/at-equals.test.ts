import { expect, test } from 'vitest'
import { math, mfrac, mi, mn, mo, mrow, mtable, partsAtEquals } from '@/lib/exact/mathml'

const equals = mo('=')

test('a line of equal pieces parts before its equals signs, and nowhere within a piece', () => {
  const table = mtable([[mn('1'), mrow(mi('a'), equals, mn('2'))]])
  const pieces = [mi('z'), mrow(mi('W'), mo('@'), mi('x')), table, mfrac(mn('1'), mn('2'))]
  expect(partsAtEquals(math(pieces.join(equals)))).toEqual([
    math(pieces[0] as string),
    math(equals + pieces[1]),
    math(equals + pieces[2]),
    math(equals + pieces[3]),
  ])
})

test('what has no equals sign, or begins with one, is one part', () => {
  expect(partsAtEquals(math(mi('z')))).toEqual([math(mi('z'))])
  expect(partsAtEquals(math(equals + mi('z')))).toEqual([math(equals + mi('z'))])
  expect(
    partsAtEquals('<math display="block"><mspace width="1em"/><mi>z</mi><mo>=</mo><mn>1</mn></math>'),
  ).toEqual([
    '<math display="block"><mspace width="1em"/><mi>z</mi></math>',
    '<math display="block"><mo>=</mo><mn>1</mn></math>',
  ])
})
