import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Typed } from '@/components/ui/typed'

const shown = (text: string): string => renderToStaticMarkup(createElement(Typed, { text }))
const words = (text: string): string => shown(text).replace(/<[^>]*>/g, '')

test('what stands between two dollar signs is typeset, and its name is what was typed', () => {
  const html = shown('Look at the sign of $dL/dz$ first.')
  expect(html).toContain('<math aria-label="dL/dz">')
  expect(words('Look at the sign of $dL/dz$ first.')).toBe('Look at the sign of ∂L/∂z first.')
  expect(words('$∂L/∂W1$ and $A[1,2]$')).toBe('∂L/∂W1 and A12')
})

test.each([
  ['one sign', 'That costs $5.'],
  ['prices', 'Between $5 and $10, or $5-$10.'],
  ['spaces inside', 'From $ x $ on'],
  ['two lines', 'open $x\nclose$'],
  ['nothing inside', 'money: $$'],
  ['no notation', 'the $\\frac{1}{2}$ of it'],
])('%s: stands as it was typed', (_, text) => {
  expect(shown(text)).toBe(text)
})

test('nothing is markup, between the signs or beside them', () => {
  expect(shown('<b> $[[1 <i>$')).toBe('&lt;b&gt; $[[1 &lt;i&gt;$')
})
