import { test } from '@playwright/test'
import { answers, boardCell, classOpens, closeAll, joins, ownerComes, types } from '../e2e/people'
import { ChalkgradServer } from '../e2e/server'

const names = [
  'Ada',
  'Alan',
  'Barbara',
  'Edsger',
  'Frances',
  'Grace',
  'Hedy',
  'Katherine',
  'Niklaus',
  'Radia',
]

const trace: readonly (readonly [string, readonly string[]])[] = [
  ['z', ['1.2', '-0.6', '0.5']],
  ['h', ['1.2', '0', '0.5']],
  ['yhat', ['-0.7']],
  ['L', ['2.25']],
  ['dL/dyhat', ['-3']],
  ['dL/dW2', ['-3.6', '0', '-3/2']],
  ['dL/db2', ['-3']],
  ['dL/dh', ['1.5', '6', '-0.6']],
  ['dL/dz', ['1.5', '0', '-0.6']],
]

test('the desk and the board of a class at work', async ({ browser }) => {
  test.setTimeout(300_000)
  const server = await ChalkgradServer.fresh()
  const context = await browser.newContext({ viewport: { width: 1440, height: 940 } })
  const teacher = await context.newPage()
  await ownerComes(teacher, server.teacherLink)
  const code = await classOpens(teacher, 'ML 101 · Tuesday', ['full small network'])
  const desks = []
  for (const [index, name] of names.entries()) {
    const desk = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    desks.push(desk)
    const page = await desk.newPage()
    await joins(page, server.url, code, name)
    const done = index === 0 ? trace.length : 2 + ((index * 5) % 7)
    for (const [id, cells] of trace.slice(0, done)) await answers(page, id, cells)
    const next = trace[done]
    if (next && index % 3 === 1)
      await answers(
        page,
        next[0],
        next[1].map(() => '1.5'),
      )
    if (next && index % 3 === 2) await types(page, next[0], ['1'])
    if (index === 0) {
      await answers(page, 'dL/dW1', ['3/2', '3', '0', '0', '-0.6', '-0.6'])
      await boardCell(teacher, name, 'dL/dW1').click()
      await page.screenshot({ path: 'docs/screenshots/desk.png' })
    }
  }
  await teacher.screenshot({ path: 'docs/screenshots/board.png' })
  await closeAll([context, ...desks])
  await server.stop()
})
