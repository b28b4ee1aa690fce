import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, connected, Jar, type OpenedClass, School, turnedDown } from './school'

let school: School
let other: School
let owner: Jar
let opened: OpenedClass

beforeAll(async () => {
  school = await School.fresh()
  other = await School.fresh()
  owner = await school.owner()
  opened = await school.openClass(owner)
})
afterAll(async () => {
  for (const one of [school, other]) {
    expect(one.alive, one.log).toBe(true)
    await one.close()
  }
})

/** The same sessions under the names that earlier versions gave, as a browser has them that was here before. */
function before(jar: Jar): Jar {
  const earlier = new Jar()
  for (const [name, value] of jar.cookies) {
    earlier.cookies.set(name.replace(/^chalkgrad-[0-9a-f]{10}-/, 'chalkgrad-'), value)
  }
  return earlier
}

/** What looking at a page does to the cookies of a browser. */
async function looks(at: School, jar: Jar, path = '/'): Promise<string[]> {
  const { headers } = await fetch(at.origin + path, { headers: { Cookie: jar.header } })
  const lines = headers.getSetCookie()
  jar.take(lines)
  return lines
}

const invites = (jar: Jar) => school.post('/api/teach/invite', {}, jar)

test('signing in to a second server on the same host, and joining there, signs nobody out of the first', async () => {
  const browser = new Jar()
  const both = [school, other] as const
  const classes = [opened, await other.openClass(await other.owner())] as const
  for (const [nth, at] of both.entries()) {
    const body = { name: 'Dana', passphrase: 'chalk and paper' }
    expect((await at.post('/api/teach/sign-in', body, browser)).status).toBe(200)
    const joined = await at.post('/api/join', { code: classes[nth]?.code, name: 'Ada' }, browser)
    expect(joined.json.ok).toBe(true)
  }
  expect(browser.cookies.size).toBe(4)
  for (const [nth, at] of both.entries()) {
    const id = classes[nth]?.id ?? ''
    for (const socket of [await at.board(browser, id), await at.desk(browser, id)]) {
      expect((await ask(socket, 'enter', {})).ok).toBe(true)
      socket.close()
    }
  }
  await other.post('/api/teach/sign-out', {}, browser)
  expect((await invites(browser)).status).toBe(200)
})

test('cookies of an earlier version are read, and the first page moves them to the names of today', async () => {
  const ada = await school.join(opened.code, 'Ada')
  const browser = before(owner)
  for (const [name, value] of before(ada.jar).cookies) browser.cookies.set(name, value)
  const old = [...browser.cookies.keys()]
  // A page that was open all the time comes back with them, and what it sends counts.
  for (const socket of [await school.board(browser, opened.id), await school.desk(browser, opened.id)]) {
    expect((await ask(socket, 'enter', {})).ok).toBe(true)
    socket.close()
  }
  expect((await invites(browser)).status).toBe(200)
  expect([...browser.cookies.keys()]).toEqual(old)

  const lines = await looks(school, browser)
  for (const line of lines) expect(line).toMatch(/HttpOnly/)
  expect([...browser.cookies].sort()).toEqual([...owner.cookies, ...ada.jar.cookies].sort())
  expect(await looks(school, browser)).toEqual([])
})

test('what is kept in caches sets no cookie', async () => {
  expect(await looks(school, before(owner), '/_next/static/some.js')).toEqual([])
})

test('an old name that is another server’s is left alone', async () => {
  const browser = before(owner)
  expect(await looks(other, browser)).toEqual([])
  expect(browser.cookies.size).toBe(1)
  const error = await turnedDown(other.socket('/board', browser, { class: opened.id }))
  expect(error.data?.code).toBe('signed-out')
  await looks(school, browser)
  expect(browser.cookies).toEqual(owner.cookies)
})

test('a session of today goes before an earlier one, which does not come back after signing out', async () => {
  const ada = await school.join(opened.code, 'Ada')
  const bo = await school.join(opened.code, 'Bo')
  const shared = new Jar()
  for (const jar of [before(ada.jar), bo.jar])
    for (const [name, value] of jar.cookies) shared.cookies.set(name, value)
  const desk = await connected(school.socket('/desk', shared, { class: opened.id }))
  const entered = await ask<{ desk: { student: { name: string } } }>(desk, 'enter', {})
  expect(entered.ok && entered.desk.student.name).toBe('Bo')
  desk.close()
  await looks(school, shared)
  await school.post('/api/leave', { class: opened.id }, shared)
  expect(shared.cookies.size).toBe(0)
})
