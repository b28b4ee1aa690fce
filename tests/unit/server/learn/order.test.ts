import { expect, test } from 'vitest'
import { POST } from '@/app/api/learn/order/route'
import { learnLimits } from '@/lib/protocol/learn'
import { orderLimits } from '@/lib/protocol/learn-order'
import { orderOf } from '@/lib/server/learn/order'
import { takesLong } from '../../../takes-long'
import { engineHere, somewhere } from './asking'

takesLong()
engineHere()

const asked = { slug: 'chain-of-three', seed: orderLimits.seedLeast, placed: null }

test('the lines are told, and neither what is right nor what is wrong with them', async () => {
  const told = await orderOf(asked, somewhere())
  expect(told).toMatchObject({ ok: true, verdict: null })
  if (!told.ok) return
  expect(told.lines).toHaveLength(7)
  for (const line of told.lines) expect(Object.keys(line).sort()).toEqual(['mathml', 'text'])
  expect(await orderOf(asked, somewhere())).toEqual(told)
})

test('a wrong line is named when it is kept; others still are not', async () => {
  const told = await orderOf(asked, somewhere())
  if (!told.ok) throw new Error('no lines')
  const verdicts = await Promise.all(
    told.lines.map((_, place) => orderOf({ ...asked, placed: [place] }, somewhere())),
  )
  const says = verdicts.map(verdict => (verdict.ok ? (verdict.verdict?.says ?? '') : ''))
  expect(says.filter(text => /^Line 1 is wrong\. /.test(text))).toHaveLength(2)
  expect(says.filter(text => text.includes('does not follow yet'))).toHaveLength(4)
  expect(verdicts.every(verdict => verdict.ok && verdict.verdict?.right === false)).toBe(true)
})

test('other numbers with another seed; no lines where there are none', async () => {
  const [own, other] = await Promise.all([
    orderOf({ ...asked, seed: null }, somewhere()),
    orderOf({ ...asked, seed: orderLimits.seedMost }, somewhere()),
  ])
  expect(own.ok && other.ok && own.lines).not.toEqual(other.ok && other.lines)
  expect(await orderOf({ ...asked, slug: 'first-layer' }, somewhere())).toMatchObject({ code: 'not-found' })
  expect(await orderOf({ ...asked, slug: 'constructor' }, somewhere())).toMatchObject({ code: 'not-found' })
})

async function posted(body: object): Promise<{ status: number; text: string }> {
  const response = await POST(
    new Request('http://localhost/api/learn/order', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  return { status: response.status, text: await response.text() }
}

test('[G11] the route tells lines alone, and takes no seed of a run or of a class', async () => {
  const { status, text } = await posted(asked)
  expect(status).toBe(200)
  expect(Object.keys(JSON.parse(text)).sort()).toEqual(['lines', 'ok', 'verdict'])
  expect(text).not.toMatch(/mistake|quantity|uses|weight-forgotten|own-value/)
  for (const seed of [1, orderLimits.seedLeast - 1, learnLimits.seedLeast]) {
    expect((await posted({ ...asked, seed })).status).toBe(400)
  }
  expect((await posted({ ...asked, placed: [-1] })).status).toBe(400)
  expect((await posted({ ...asked, placed: Array(25).fill(0) })).status).toBe(400)
  expect((await posted({ ...asked, step: 'L' })).status).toBe(400)
})
