import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Progress, RungProgress } from '@/lib/protocol/learn-progress'
import { Jar, type OpenedClass, School } from './school'

let school: School
let opened: OpenedClass
let owner: Jar

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
  opened = await school.openClass(owner)
})
afterAll(async () => {
  expect(school.alive, school.log).toBe(true)
  await school.close()
})

/** Budgets count by address, so each test has its own. */
const from = (address: string) => ({ 'X-Forwarded-For': address })

const rung: RungProgress = {
  run: null,
  finished: 3,
  filled: 0,
  clean: [2 ** 30, 2 ** 30 + 1],
  masteredAt: 1_700_000_000_000,
  stage: 0,
  dueAt: 1_700_086_400_000,
  lastAt: 1_700_000_000_000,
}
const of = (...slugs: string[]): Progress => ({
  rungs: Object.fromEntries(slugs.map(slug => [slug, rung])),
  items: slugs.length,
})
const none = of()

const asks = (progress: unknown, token: unknown = null, address = '10.20.0.1') =>
  school.post('/api/learn/pass', { token, progress }, new Jar(), from(address))
const uses = (pass: unknown, token: unknown = null, address = '10.20.0.1') =>
  school.post('/api/learn/pass/use', { token, pass }, new Jar(), from(address))
const forgets = (token: unknown) => school.post('/api/learn/forget', { token })

describe('a code for another device', () => {
  test('brings the progress along, once, however it is typed, and leaves no cookie', async () => {
    const { json, headers } = await asks(of('links', 'product'))
    expect(json).toMatchObject({
      ok: true,
      pass: expect.stringMatching(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/),
      lastsMs: 600_000,
    })
    expect(headers.getSetCookie()).toEqual([])
    const typed = ` ${String(json.pass).toLowerCase().replace('-', ' ')} `
    const all = await Promise.all([uses(typed), uses(typed), uses(typed)])
    expect(all.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    const [got] = all.filter(({ status }) => status === 200)
    expect(got?.json.progress).toEqual(of('links', 'product'))
    expect(got?.json.token).not.toBe(json.token)
    expect(got?.headers.getSetCookie()).toEqual([])
    const days = (Number(got?.json.keptUntil) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(29)
    expect(days).toBeLessThanOrEqual(30)
  })

  test('the next one ends the one before, and carries what both devices brought', async () => {
    const { json: first } = await asks(of('links'))
    const { json: phone } = await uses(first.pass)
    const { json: second } = await asks(of('product'), phone.token)
    expect(second.token).toBe(phone.token)
    const { json: third } = await asks(of('links'), first.token)
    expect(third.token).toBe(first.token)
    expect((await uses(second.pass)).status).toBe(404)
    expect((await uses(third.pass)).json.progress).toMatchObject({ rungs: of('links', 'product').rungs })
  })

  test('what is open stays on its device', async () => {
    const begun = { ...rung, run: { seed: 2 ** 30, filled: 1, missed: true } }
    const { json } = await asks({ rungs: { links: begun }, items: 1 })
    expect((await uses(json.pass)).json.progress).toEqual(of('links'))
  })

  test('two learners whose devices meet are one from then on; deleting deletes all of it', async () => {
    const { json: one } = await asks(of('links'))
    const { json: other } = await asks(of('product'))
    const { json: met } = await uses(one.pass, other.token)
    expect(met).toMatchObject({ token: other.token, progress: { rungs: of('links', 'product').rungs } })
    expect((await uses(other.pass)).status).toBe(404)
    const { json: again } = await asks(none, one.token)
    expect((await forgets(other.token)).status).toBe(200)
    expect((await uses(again.pass)).status).toBe(404)
    // The other device's token is of no account now: what it brings is somebody new's.
    const { json: fresh } = await asks(none, one.token)
    expect(fresh.token).not.toBe(one.token)
    expect((await uses(fresh.pass)).json.progress).toEqual(none)
    expect((await forgets(null)).status).toBe(200)
  })

  test('wrong codes are counted by address, and other addresses go on', async () => {
    const { json } = await asks(of('links'))
    const codes: number[] = []
    for (let n = 0; n < 62; n += 1) codes.push((await uses('BCDF-2345', null, '10.20.0.2')).status)
    expect(codes[0]).toBe(404)
    expect(codes.at(-1)).toBe(429)
    expect((await uses(json.pass, null, '10.20.0.2')).json).toMatchObject({ ok: false, code: 'too-fast' })
    expect((await uses(json.pass, null, '10.20.0.3')).status).toBe(200)
  })

  test.each([
    ['no progress', undefined],
    ['a text', 'links'],
    ['a rung that is none', { rungs: { links: 7 }, items: 1 }],
    ['a name that none has', { rungs: { '../../etc': rung }, items: 1 }],
    ['a negative number', { rungs: { links: { ...rung, finished: -1 } }, items: 1 }],
    ['no number', { rungs: { links: { ...rung, lastAt: 'soon' } }, items: 1 }],
    ['mastered and never back', { rungs: { links: { ...rung, dueAt: null } }, items: 1 }],
    ['more rungs than there are', of(...Array.from({ length: 301 }, (_, nth) => `r${nth}`))],
  ])('%s is refused', async (_what, progress) => {
    expect((await asks(progress)).json).toMatchObject({ ok: false, code: 'malformed' })
  })

  test('a body that is too large is refused, and so is a token that is none', async () => {
    expect((await asks({ rungs: {}, items: 0, more: 'x'.repeat(300_000) })).status).toBe(413)
    expect((await asks(none, 'not one')).status).toBe(400)
    expect((await uses('x'.repeat(20_001))).status).toBe(400)
    expect((await uses('B'.repeat(20_000), null, '10.20.0.6')).status).toBe(404)
  })

  test('whatever stands in the places of the progress, the server answers in order', async () => {
    const { json } = await asks(of('links'))
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...Object.keys(rung)), async (value, field) => {
        const { status } = await asks({ rungs: { links: { ...rung, [field]: value } }, items: 1 })
        expect([200, 400]).toContain(status)
      }),
      { numRuns: 60 },
    )
    expect((await uses(json.pass)).json.progress).toEqual(of('links'))
  })
})

describe('with a desk', () => {
  const member = async (name: string) => (await school.join(opened.code, name)).jar
  const keeps = (jar: Jar, progress: Progress, token: unknown = null) =>
    school.post('/api/learn/desk/keep', { token, class: opened.id, progress }, jar)
  const fetches = (jar: Jar, token: unknown = null) =>
    school.post('/api/learn/desk/fetch', { token, class: opened.id }, jar)

  test('it is kept for whoever has the desk, on every device, and for nobody else', async () => {
    const ada = await member('Ada')
    expect((await fetches(ada)).status).toBe(404)
    const { json } = await keeps(ada, of('links'))
    expect(json).toMatchObject({ ok: true, keptUntil: null })
    const { json: pass } = await school.post('/api/pass', { class: opened.id }, ada)
    const tablet = new Jar()
    await school.post('/api/pass/use', { pass: pass.pass }, tablet)
    const { json: there } = await fetches(tablet)
    expect(there).toMatchObject({ progress: of('links'), keptUntil: null })
    expect((await fetches(await member('Ben'))).status).toBe(404)
    for (const jar of [new Jar(), owner]) {
      expect((await fetches(jar)).status).toBe(401)
      expect((await keeps(jar, none)).status).toBe(401)
    }
    // What the tablet brings later comes to the same person.
    expect((await keeps(tablet, of('product'), there.token)).json.token).toBe(there.token)
    expect((await fetches(ada, json.token)).json.progress).toMatchObject({
      rungs: of('links', 'product').rungs,
    })
    await forgets(json.token)
    expect((await fetches(tablet)).status).toBe(404)
    expect((await school.post('/api/recovery-code', { class: opened.id }, ada)).status).toBe(200)
  })

  test('it is told which exercises of the library the class has', async () => {
    const jar = await member('Cleo')
    const asked = (who: Jar) => school.post('/api/learn/desk', { class: opened.id }, who)
    expect((await asked(jar)).json).toEqual({ ok: true, slugs: expect.any(Array) })
    expect((await asked(new Jar())).status).toBe(401)
  })
})
