// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TypedMatrix } from '@/components/board/closer/typed-matrix'
import { AnswersScene } from '@/components/projector/answers-scene'
import { PollOption } from '@/components/projector/poll-option'
import type { ProjectedPoll } from '@/lib/protocol/projector'
import { takesLong } from '../../../../takes-long'
import { browser } from '../../browser'

takesLong()
browser()

const cells = ['1.5', '6', '-0.6']
const step = { id: 'z', mathml: '<mi>z</mi>', title: 'the step z', shape: [3] }

const padOf = (text: string) => {
  const { paddingLeft, paddingRight } = screen.getByText(text).style
  return [Number.parseFloat(paddingLeft), Number.parseFloat(paddingRight)]
}

/** What was typed, with a minus sign; `1.5` and `6` get the room of a sign, `6` also that of a point and a figure. */
function linesUp() {
  const [decimal, whole, negative] = ['1.5', '6', '−0.6'].map(padOf)
  expect(decimal).toEqual([1, 0])
  expect(negative).toEqual([0, 0])
  expect(whole?.[0]).toBe(1)
  expect(whole?.[1]).toBeGreaterThan(1)
}

test('what was typed lines up on the decimal point on the board', () => {
  render(<TypedMatrix shape={[3]} cells={cells} verdicts={[]} />)
  linesUp()
})

test('and on the wall, in an answer and in an option of a poll', () => {
  const answer = { flower: 'Aster', cells, verdicts: null }
  const { unmount } = render(
    <AnswersScene scene={{ what: 'answers', step, answers: [answer] }} half={false} />,
  )
  linesUp()
  unmount()
  const poll: ProjectedPoll = {
    step: {
      ...step,
      ...{ kind: 'value', remark: null, node: 'z', points: 1, acceptance: null, names: null },
    },
    ...{ symbols: [], question: '', options: [], phase: 'vote', voted: 0, of: 0, percent: false },
    ...{ votes: null, right: null },
  }
  const arrangement = { columns: 1, size: 1, readable: true }
  render(<PollOption poll={poll} place={0} cells={cells} arrangement={arrangement} right={false} />)
  const pads = [...document.querySelectorAll<HTMLElement>('[data-entry]')].map(({ style }) =>
    Number.parseFloat(style.paddingRight),
  )
  expect(pads[1]).toBeGreaterThan(1)
  expect([pads[0], pads[2]]).toEqual([0, 0])
})
