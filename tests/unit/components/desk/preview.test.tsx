// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ExercisePreview } from '@/components/desk/preview'
import { publicView } from '@/lib/exercise'
import { builtIn } from '@/lib/lessons'
import { sentenceOf } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'
import { keyOf } from '../../exercise/solve'
import { browser } from '../browser'

takesLong()
browser()

test.each(builtIn)('$slug can be looked at and typed into without a class', ({ file }) => {
  const key = keyOf(readFileSync(`lib/lessons/${file}`, 'utf8'))
  render(<ExercisePreview exercise={publicView(key, 'v', sentenceOf)} />)
  if (key.traces.length > 0) {
    const [first] = screen.getAllByRole('radio') as [HTMLInputElement]
    fireEvent.click(first)
    expect(first.checked).toBe(true)
  } else {
    const [first] = screen.getAllByRole('textbox') as [HTMLInputElement]
    fireEvent.input(first, { target: { value: '3/4' } })
    expect(first.value).toBe('3/4')
  }
  expect(screen.queryByTestId('check')).toBeNull()
})
