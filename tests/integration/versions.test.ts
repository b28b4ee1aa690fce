import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contracts } from '@/lib/protocol/wire/contracts'
import { protocolVersion } from '@/lib/protocol/wire/version'
import { connected, Jar, type OpenedClass, School, turnedDown } from './school'

let school: School
let opened: OpenedClass
let owner: Jar
let ada: Jar

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
  opened = await school.openClass(owner)
  ada = (await school.join(opened.code, 'Ada')).jar
})
afterAll(async () => {
  expect(school.alive, school.log).toBe(true)
  await school.close()
})

describe.each(Object.values(contracts).map(({ namespace }) => namespace))('%s', namespace => {
  const jar = () => (namespace === '/desk' || namespace === '/door' ? ada : owner)
  const as = (protocol: unknown, more: object = {}, who = jar()) =>
    turnedDown(school.socket(namespace, who, { class: opened.id, protocol, ...more }))

  test('a page of the same version comes in', async () => {
    ;(
      await connected(school.socket(namespace, jar(), { class: opened.id, protocol: protocolVersion }))
    ).close()
  })

  test('an older page is told to reload, whoever it belongs to and whatever else it says', async () => {
    const outdated = { code: 'outdated', message: expect.stringContaining('Reload') }
    expect((await as(undefined)).data).toEqual(outdated)
    expect((await as(protocolVersion - 1)).data).toEqual(outdated)
    expect((await as(protocolVersion - 1, { token: 'of old' })).data).toEqual(outdated)
    expect((await as(protocolVersion - 1, {}, new Jar())).data).toEqual(outdated)
  })

  test('a newer page is told when to try again', async () => {
    const newer = await as(protocolVersion + 1, { more: 'of the time to come' })
    expect(newer.data).toEqual({ code: 'busy', message: expect.any(String), retryInMs: expect.any(Number) })
  })

  test('a version that is none is no message of ours', async () => {
    for (const version of ['1', 1.5, null, {}, [protocolVersion]]) {
      expect((await as(version)).data).toMatchObject({ code: 'malformed' })
    }
  })
})
