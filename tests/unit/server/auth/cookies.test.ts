import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { newId } from '@/lib/protocol/ids'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** The cookies as a server with this data folder names them. */
async function serverOn(folder: string) {
  vi.resetModules()
  process.env.CHALKGRAD_DATA = folder
  return import('@/lib/server/auth/cookies')
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'cookies-'))
  folders.push(made)
  return made
}

test('each installation has names of its own, the same after every start', async () => {
  const [first, second] = [folder(), folder()]
  const id = newId()
  const names = async (at: string) => {
    const { teacherCookie, deskCookie } = await serverOn(at)
    return [teacherCookie(), deskCookie(id)]
  }
  const [teacher, desk] = await names(first)
  expect(await names(first)).toEqual([teacher, desk])
  expect(teacher).toMatch(/^chalkgrad-[0-9a-f]{10}-teacher$/)
  expect(desk).toMatch(new RegExp(`^chalkgrad-[0-9a-f]{10}-desk-${id}$`))
  for (const name of await names(second)) expect([teacher, desk]).not.toContain(name)
})

test('of the cookies of a browser, the desks are found that are open here', async () => {
  const id = newId()
  const elsewhere = (await serverOn(folder())).deskCookie(newId())
  const { classesOfDesks, deskCookie, teacherCookie } = await serverOn(folder())
  const names = [teacherCookie(), elsewhere, `chalkgrad-desk-${id}`, deskCookie(id), deskCookie('no id')]
  expect(classesOfDesks(names)).toEqual([id])
})
