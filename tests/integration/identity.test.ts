import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boardOf, deskOf, Jar, type OpenedClass, School } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let firstLink: string

beforeAll(async () => {
  school = await School.fresh()
  firstLink = school.ownerLink
  owner = await school.owner()
  opened = await school.openClass(owner)
})
afterAll(async () => {
  expect(school.alive, school.log).toBe(true)
  await school.close()
})

/** Budgets count by address, so each test has its own. */
const from = (address: string) => ({ 'X-Forwarded-For': address })
const token = (link: string) => link.split('/').at(-1)

describe('teachers', () => {
  test('a link works once, also when it is clicked twice at the same moment', async () => {
    const { json } = await school.post('/api/teach/invite', {}, owner)
    const body = { token: token(String(json.path)), name: 'Twice', passphrase: 'chalk and paper' }
    const clicks = await Promise.all([1, 2, 3, 4].map(() => school.post('/api/teach/redeem', body)))
    expect(clicks.map(click => click.status).sort()).toEqual([200, 409, 409, 409])
    expect((await school.post('/api/teach/redeem', { ...body, token: token(firstLink) })).status).toBe(409)
  })

  test('who is invited to a class co-teaches it at once, and only its owner invites to it', async () => {
    const { json } = await school.post('/api/teach/invite', { class: opened.id }, owner)
    const link = new URL(String(json.path), school.origin)
    expect(link.searchParams.get('class')).toBe(opened.id)
    const body = { token: token(link.pathname), name: 'Colleague', passphrase: 'chalk and paper' }
    const colleague = new Jar()
    expect((await school.post('/api/teach/redeem', body, colleague)).status).toBe(200)
    const board = await school.board(colleague, opened.id)
    expect((await boardOf(board)).class.id).toBe(opened.id)
    board.close()
    const theirs = await school.openClass(colleague, 'Not the owner’s')
    const answer = await school.post('/api/teach/invite', { class: theirs.id }, owner)
    expect(answer.status).toBe(404)
    expect((await school.post('/api/teach/invite', { class: theirs.id }, colleague)).status).toBe(403)
  })

  test('a refusal leaves the link unused', async () => {
    const { json } = await school.post('/api/teach/invite', {}, owner)
    const link = token(String(json.path))
    const tries = [
      { token: link },
      { token: link, name: 'Hal' },
      { token: link, name: 'Hal', passphrase: 'short' },
      { token: link, name: '\u200B', passphrase: 'chalk and paper' },
      { token: link, name: 'dana', passphrase: 'chalk and paper' },
      { token: link, name: 'Dаnа', passphrase: 'chalk and paper' },
    ]
    for (const body of tries) {
      const answer = await school.post('/api/teach/redeem', body)
      expect([answer.status, answer.json.code], JSON.stringify(body)).toEqual([400, 'malformed'])
    }
    const done = await school.post('/api/teach/redeem', {
      token: link,
      name: 'Hal',
      passphrase: 'chalk and paper',
    })
    expect(done.status).toBe(200)
    expect((await school.post('/api/teach/redeem', { token: 'A'.repeat(43) })).status).toBe(404)
  })

  test('signing in from anywhere with name and passphrase, however the name is written', async () => {
    const jar = new Jar()
    const body = { name: ' DANA ', passphrase: 'chalk and paper' }
    const { status, headers } = await school.post('/api/teach/sign-in', body, jar, from('10.1.0.1'))
    expect(status).toBe(200)
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/)
    expect(headers.getSetCookie()[0]).not.toContain('Secure')
    const secure = await school.post('/api/teach/sign-in', body, jar, { 'X-Forwarded-Proto': 'https' })
    expect(secure.headers.getSetCookie()[0]).toContain('Secure')
    expect((await boardOf(await school.board(jar, opened.id))).class.id).toBe(opened.id)
  })

  test('wrong passphrases and unknown names are the same to the one who asks, and soon have to wait', async () => {
    const tried = async (name: string, passphrase: string) => {
      const { json } = await school.post(
        '/api/teach/sign-in',
        { name, passphrase },
        new Jar(),
        from('10.1.0.2'),
      )
      return json
    }
    expect(await tried('Dana', 'not it at all')).toEqual(await tried('Nobody', 'not it at all'))
    expect((await tried('Dana', 'chalk and paper')).ok).toBe(true)
    const codes: (string | undefined)[] = []
    for (let n = 0; n < 32; n += 1) codes.push((await tried('Dana', `guess number ${n}`)).code)
    expect(codes[0]).toBe('forbidden')
    expect(codes.at(-1)).toBe('too-fast')
    // Even the right passphrase has to wait at that address, although Dana was let in from there before; elsewhere it
    // works.
    expect((await tried('Dana', 'chalk and paper')).code).toBe('too-fast')
    const body = { name: 'Dana', passphrase: 'chalk and paper' }
    expect((await school.post('/api/teach/sign-in', body, new Jar(), from('10.1.0.9'))).status).toBe(200)
  })

  test('a new passphrase ends the sessions elsewhere and keeps this one', async () => {
    const here = await school.invited(owner, 'Ines')
    const there = new Jar()
    const signIn = { name: 'Ines', passphrase: 'I am Ines!' }
    await school.post('/api/teach/sign-in', signIn, there, from('10.1.0.3'))
    expect((await school.post('/api/teach/passphrase', { passphrase: 'x' }, here)).status).toBe(400)
    expect((await school.post('/api/teach/passphrase', { passphrase: 'another one' }, here)).status).toBe(200)
    expect((await school.post('/api/teach/classes', { title: 'Here' }, here)).status).toBe(200)
    expect((await school.post('/api/teach/classes', { title: 'There' }, there)).status).toBe(401)
  })

  test('the owner comes back by the link of the next start', async () => {
    await school.end('SIGTERM')
    await school.start()
    const jar = new Jar()
    expect((await school.post('/api/teach/redeem', { token: token(school.ownerLink) }, jar)).status).toBe(200)
    expect((await boardOf(await school.board(jar, opened.id))).class.title).toBe('ML 101')
    owner = jar
  })
})

describe('students', () => {
  test('two of the same name are told apart, however alike the name is written', async () => {
    const names: string[] = []
    for (const name of ['Ben', 'ben', 'Веn', 'B\u200Ben']) {
      const { jar } = await school.join(opened.code, name)
      const desk = await school.desk(jar, opened.id)
      names.push((await deskOf(desk)).student.name)
      desk.close()
    }
    expect(names).toEqual(['Ben', 'ben (2)', 'Веn (3)', 'Ben (4)'])
  })

  test('a second one of a name is asked whether that is the same person; until the answer nobody has joined', async () => {
    const jar = new Jar()
    const joins = async (body: object) =>
      (await school.post('/api/join', { code: opened.code, ...body }, jar)).json
    await school.join(opened.code, 'Asked')
    expect(await joins({ name: 'аsked\u200B' })).toEqual({ ok: true, alike: 'Asked', mark: 'аsked (2)' })
    expect(jar.header).toBe('')
    expect(await joins({ name: 'аsked', another: true })).toMatchObject({ ok: true, class: opened.id })
    expect((await deskOf(await school.desk(jar, opened.id))).student.name).toBe('аsked (2)')
    expect(await joins({ name: 'Asked by nobody' })).toMatchObject({ ok: true, class: opened.id })
  })

  test('of many of a name at the same moment one gets in at once, and all others are asked', async () => {
    const body = { code: opened.code, name: 'Twins' }
    const told = await Promise.all(Array.from({ length: 5 }, () => school.post('/api/join', body)))
    expect(told.filter(({ json }) => 'class' in json)).toHaveLength(1)
    expect(told.filter(({ json }) => 'alike' in json)).toHaveLength(4)
  })

  test('many of the same name at the same moment all get in, each with a mark', async () => {
    const joined = await Promise.all(Array.from({ length: 10 }, () => school.join(opened.code, 'Crowd')))
    const board = await school.board(owner, opened.id)
    const desks = await Promise.all(joined.map(({ jar }) => school.desk(jar, opened.id)))
    const names = (await boardOf(board)).students
      .map(student => student.name)
      .filter(name => /Crowd/.test(name))
    expect(new Set(names).size).toBe(10)
    for (const socket of [board, ...desks]) socket.close()
  })

  test.each([
    ['10,000 characters', 'x'.repeat(10_000), /40 characters/],
    ['invisible characters', '\u200B\u2060\u3164', /seen/],
    ['nothing', '', /seen/],
  ])('a name of %s is refused in words', async (_what, name, words) => {
    const { status, json } = await school.post('/api/join', { code: opened.code, name })
    expect(status).toBe(400)
    expect(json.message).toMatch(words)
  })

  test('a code is read however it is typed', async () => {
    const dashed = ` ${opened.code.slice(0, 4).toLowerCase()}-${opened.code.slice(4)} `
    expect((await school.join(dashed, 'Dash')).class).toBe(opened.id)
  })

  test('the recovery code goes on at another device as the same student', async () => {
    const { jar } = await school.join(opened.code, 'Mover')
    const { json } = await school.post('/api/recovery-code', { class: opened.id }, jar)
    expect(json.recovery).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/)
    const other = new Jar()
    const body = { code: json.code, recovery: String(json.recovery).toLowerCase() }
    expect((await school.post('/api/recover', body, other, from('10.2.0.1'))).json).toEqual({
      ok: true,
      class: opened.id,
    })
    const [a, b] = [await school.desk(jar, opened.id), await school.desk(other, opened.id)]
    expect((await deskOf(b)).student).toEqual((await deskOf(a)).student)
    a.close()
    b.close()
    expect((await school.post('/api/recovery-code', { class: opened.id }, new Jar())).status).toBe(401)
  })

  test('a recovery code of another class opens nothing', async () => {
    const other = await school.openClass(owner, 'Another')
    const { jar } = await school.join(opened.code, 'Strict')
    const { json } = await school.post('/api/recovery-code', { class: opened.id }, jar)
    const body = { code: other.code, recovery: json.recovery }
    expect((await school.post('/api/recover', body, new Jar(), from('10.2.0.2'))).status).toBe(404)
  })
})

describe('codes tried by the thousand', () => {
  test('from one address: it has to wait soon, its neighbours who are in the class already do not', async () => {
    const here = from('10.3.0.1')
    expect(
      (await school.post('/api/join', { code: opened.code, name: 'Neighbour' }, new Jar(), here)).status,
    ).toBe(200)
    const statuses = new Map<number, number>()
    for (let n = 0; n < 1000; n += 1) {
      const code = `BBB${String(n).padStart(4, '2').replace(/[01]/g, 'C')}`
      const { status } = await school.post('/api/join', { code, name: 'Guess' }, new Jar(), here)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(Object.fromEntries(statuses)).toEqual({ 404: 100, 429: 900 })
    const neighbour = { code: opened.code, name: 'Late neighbour' }
    expect((await school.post('/api/join', neighbour, new Jar(), here)).status).toBe(200)
    // A guesser does not learn a right code that was never used from this address.
    const secret = await school.openClass(owner, 'Secret')
    const guessed = await school.post('/api/join', { code: secret.code, name: 'Guess' }, new Jar(), here)
    expect([guessed.status, guessed.json.code]).toEqual([429, 'too-fast'])
    expect(guessed.json.retryInMs).toBeGreaterThan(0)
    // And the class that is guessed at is open to everybody else.
    const elsewhere = { code: secret.code, name: 'Honest' }
    expect((await school.post('/api/join', elsewhere, new Jar(), from('10.3.0.2'))).status).toBe(200)
  })

  test('from thousands of addresses: the server as a whole has a budget', async () => {
    let refused = 0
    for (let n = 0; n < 3200; n += 1) {
      const address = from(`10.4.${n >> 8}.${n & 255}`)
      const { status } = await school.post(
        '/api/join',
        { code: 'BBBBBBB', name: 'Guess' },
        new Jar(),
        address,
      )
      if (status === 429) refused += 1
    }
    expect(refused).toBeGreaterThan(200)
  })
})
