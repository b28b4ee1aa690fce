import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Sentence } from '@/components/ui/sentence'
import { math } from '@/lib/words/argument'
import { text } from '@/lib/words/text'

const shown = (sentence: string): string => renderToStaticMarkup(createElement(Sentence, { text: sentence }))

test('the mathematics of a sentence is typeset, and its name is the plain spelling', () => {
  const html = shown(text`${math('A[1,2]')} of ${math('dL/dA')} is wrong.`)
  expect(html).toContain('<math aria-label="A[1,2]"><msub><mi>A</mi>')
  expect(html).toContain('<math aria-label="dL/dA"><mrow><mo lspace="0" rspace="0">∂</mo><mi>L</mi>')
  expect(html.replace(/<[^>]*>/g, '')).toBe('A12 of ∂L/∂A is wrong.')
})

test('a sentence without mathematics is its words', () => {
  expect(shown('This cell is empty.')).toBe('This cell is empty.')
})

test('what cannot be typeset stands as it is, and nothing is markup', () => {
  expect(shown(text`${math('[[1 <b>')} & ${'<i>'}`)).toBe(
    '<span class="font-math">[[1 &lt;b&gt;</span> &amp; &lt;i&gt;',
  )
})
