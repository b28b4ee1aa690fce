import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Flow } from '@/components/desk/step/flow'
import { unpaced } from '@/lib/classroom/pacing'
import { nobodysDesk } from '@/lib/classroom/student-desk'
import { emptyView } from '@/lib/client/desk-view'
import { locksOf, publicView } from '@/lib/exercise'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import { sentenceOf } from '@/lib/words/sentence'
import { keyOf } from '../../../exercise/solve'

const key = keyOf(
  'given x = [[1], [2]]\nparam W = [[1, -2], [3, 1]]\nz = W @ x\nh = relu(z)\nloss L = sum((h - 1)^2)\nask z, h, L\nnudge 0.1\ntrace relu-as-abs at h',
)
const [exercise] = nobodysDesk(
  unpaced,
  [{ view: publicView(key, 'v', sentenceOf), locks: locksOf(key) }],
  sentenceOf,
).exercises() as [PublicExercise]
const nothing = () => undefined

function page(active: string, chosen: string | null = null): string {
  const drafts = new Map(chosen === null ? [] : [[stepKey('v', active), [chosen]]])
  return renderToStaticMarkup(
    createElement(Flow, {
      exercise,
      view: { ...emptyView, drafts },
      active,
      takeFocus: false,
      onOpen: nothing,
      onType: nothing,
      onCheck: nothing,
    }),
  )
}

test("somebody else's answers are there to be read, marked as such, and cannot be typed into", () => {
  const html = page('find.step')
  const sheet = html.slice(html.indexOf('<section'), html.indexOf('</section>'))
  expect(sheet).toContain('aria-label="Somebody else&#x27;s answers, with one mistake in them"')
  expect(sheet).not.toContain('<input')
  expect([...sheet.matchAll(/data-step="([^"]+)"/g)].map(([, step]) => step)).toEqual([
    ...['z', 'h', 'L', 'nudge.predicted', 'nudge.actual'],
  ])
})

test('a choice is a group of radio buttons with a name, one for each answer', () => {
  const html = page('find.step', 'h')
  const radios = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
  expect(radios).toHaveLength(5)
  expect(new Set(radios.map(tag => /name="([^"]*)"/.exec(tag)?.[1])).size).toBe(1)
  expect(radios.filter(tag => tag.includes('checked'))).toEqual([expect.stringContaining('value="h"')])
  expect(html).toMatch(/<legend[^>]*>where the mistake was made<\/legend>/)
  expect(page('find.mistake')).toContain('Dropped the sign of negative values instead of cutting them to 0')
})

test('what comes later is one line', () => {
  expect(page('find.step')).toContain('More comes here once the mistake is found.')
  expect(page('find.step')).not.toContain('data-step="dL')
})
