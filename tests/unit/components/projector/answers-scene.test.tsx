// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AnswersScene } from '@/components/projector/answers-scene'
import { takesLong } from '../../../takes-long'
import { browser } from '../browser'

takesLong()

browser()

const step = { id: 'z', mathml: '<mi>z</mi>', title: 'the step z', shape: [] }
const answer = (flower: string, cell: string) => ({ flower, cells: [cell], verdicts: null })

test('it says how many people typed what is shown, and not how many answers there are', () => {
  const shown = (...answers: ReturnType<typeof answer>[]) => {
    const { unmount } = render(<AnswersScene scene={{ what: 'answers', step, answers }} half={false} />)
    const text = document.body.textContent ?? ''
    unmount()
    return text
  }
  expect(shown(answer('Aster', '1'))).toContain('One of us typed this')
  expect(shown(answer('Aster', '1'), answer('Clover', '2'))).toContain('Two of us typed this')
  expect(shown(answer('Aster', '1'), answer('Aster', '2'))).toContain('One of us typed this')
  expect(screen.queryByText('Aster')).toBeNull()
})
