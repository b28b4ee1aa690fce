// @vitest-environment jsdom
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import elsewhere from '@/app/messages/en/elsewhere.json'
import exercises from '@/app/messages/en/exercises.json'
import { DoneBefore } from '@/components/join/done-before'
import { HeaderPill } from '@/components/learn/header-pill'
import { Ladder } from '@/components/learn/ladder'
import { TakeProgress } from '@/components/learn/take-progress'
import { learnDatabase } from '@/lib/client/learn/database-name'
import { progressFile } from '@/lib/client/learn/progress-file'
import { MemoryLearnStore } from '@/lib/client/learn/store'
import { noProgress } from '@/lib/learning'
import type { Progress, RungProgress } from '@/lib/protocol/learn-progress'
import { takesLong } from '../../../takes-long'
import { browser } from '../browser'

const device = vi.hoisted(() => ({ store: null as unknown as MemoryLearnStore }))
vi.mock('@/lib/client/learn/store', async original => ({
  ...(await original<object>()),
  openLearnStore: async () => device.store,
}))

vi.mock('next/navigation', async original => ({
  ...(await original<object>()),
  usePathname: () => '/learn/device',
}))

takesLong()
configure({ asyncUtilTimeout: 20_000 })
browser()

const rung: RungProgress = {
  run: null,
  finished: 3,
  filled: 0,
  clean: [],
  masteredAt: 1_700_000_000_000,
  stage: 0,
  dueAt: 1_700_086_400_000,
  lastAt: 1_700_000_000_000,
}
const of = (...slugs: string[]): Progress => ({
  rungs: Object.fromEntries(slugs.map(slug => [slug, rung])),
  items: slugs.length,
})
const sections = [
  {
    id: 'one',
    title: 'One',
    rungs: ['links', 'product'].map((slug, nth) => ({ slug, number: nth + 1, title: slug, minutes: 2 })),
  },
]
const said = (children: ReactNode) => (
  <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ elsewhere, exercises }}>
    {children}
  </NextIntlClientProvider>
)

/** What the server was asked, and what it answers by the end of the path. */
let asked: { path: string; body: Record<string, unknown> }[] = []
let answers: Record<string, object> = {}
beforeEach(() => {
  device.store = new MemoryLearnStore()
  asked = []
  answers = {}
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    asked.push({ path, body: JSON.parse(body) })
    const answer = answers[path] ?? { ok: false, code: 'failed', message: 'No answer.' }
    return { json: async () => answer }
  })
})

const token = 'a'.repeat(43)
const knows = (progress: Progress) => device.store.change(() => progress)
const chooses = (text: string) => {
  const file = new File([text], 'chalkgrad-progress.json', { type: 'application/json' })
  // jsdom knows no `text` of files.
  Object.assign(file, { text: async () => text })
  fireEvent.change(screen.getByTestId('import'), { target: { files: [file] } })
}

test('a file is added to what is known; a bad one is told with the place, and changes nothing', async () => {
  await knows(of('links'))
  render(said(<Ladder sections={sections} />))
  await screen.findByTestId('export')
  chooses(
    JSON.stringify({ ...progressFile(of('product'), 1), progress: { rungs: { product: 7 }, items: 1 } }),
  )
  await waitFor(() => expect(screen.getByTestId('import-fault').textContent).toContain('rungs › product'))
  expect(await device.store.progress()).toEqual(of('links'))
  chooses(JSON.stringify(progressFile(of('product'), 1)))
  await waitFor(() => expect(screen.getByTestId('imported').textContent).toContain('1 exercise came'))
  expect(screen.queryByTestId('import-fault')).toBeNull()
  await waitFor(() =>
    expect(screen.getAllByTestId('rung').map(chip => chip.dataset.state)).not.toContain('open'),
  )
  expect(Object.keys((await device.store.progress()).rungs).sort()).toEqual(['links', 'product'])
  expect(asked).toEqual([])
})

test('a code is asked for only on demand; what the server keeps is said, and deleting begins there', async () => {
  await knows(of('links'))
  const keptUntil = Date.UTC(2030, 0, 15)
  answers['/api/learn/pass'] = {
    ok: true,
    pass: 'B3GH-8KTN',
    lastsMs: 600_000,
    addresses: [],
    token,
    keptUntil,
  }
  render(said(<Ladder sections={sections} />))
  await screen.findByTestId('export')
  expect(asked).toEqual([])
  fireEvent.click(screen.getByTestId('to-device'))
  expect((await screen.findByTestId('learner-pass')).textContent).toBe('B3GH-8KTN')
  expect(asked).toEqual([{ path: '/api/learn/pass', body: { token: null, progress: of('links') } }])
  expect(await device.store.known()).toEqual({ token, keptUntil })

  fireEvent.click(screen.getByTestId('delete-all'))
  fireEvent.click(screen.getByTestId('delete-yes'))
  await screen.findByText('No answer.')
  expect(await device.store.progress()).toEqual(of('links'))
  answers['/api/learn/forget'] = { ok: true }
  fireEvent.click(screen.getByTestId('delete-all'))
  fireEvent.click(screen.getByTestId('delete-yes'))
  await waitFor(() => expect(screen.queryByTestId('export')).toBeNull())
  expect(asked.at(-1)).toEqual({ path: '/api/learn/forget', body: { token } })
  expect(await device.store.progress()).toEqual(noProgress)
  expect(await device.store.known()).toBeNull()
})

test('the other device adds what the code brings, or says why it brings nothing', async () => {
  await knows(of('links'))
  answers['/api/learn/pass/use'] = {
    ok: false,
    code: 'not-found',
    message: 'This code brings nothing along.',
  }
  render(said(<TakeProgress pass="B3GH-8KTN" desks={[]} />))
  fireEvent.click(screen.getByTestId('take-progress'))
  await screen.findByText(/This browser keeps nothing/)
  expect(asked).toEqual([])
  Object.assign(device.store, { durable: true })
  fireEvent.click(screen.getByTestId('take-progress'))
  await screen.findByText('This code brings nothing along.')
  answers['/api/learn/pass/use'] = { ok: true, token, keptUntil: null, progress: of('product') }
  fireEvent.click(screen.getByTestId('take-progress'))
  await screen.findByTestId('taken')
  expect(asked.at(-1)?.body).toEqual({ token: null, pass: 'B3GH-8KTN' })
  expect(Object.keys((await device.store.progress()).rungs).sort()).toEqual(['links', 'product'])
  expect(await device.store.known()).toEqual({ token, keptUntil: null })
})

test('who has joined is told what is done already; it leaves the device only when they agree', async () => {
  await knows(of('links', 'other'))
  answers['/api/learn/desk'] = { ok: true, slugs: ['product', 'links', 'links'] }
  answers['/api/learn/desk/keep'] = { ok: true, token, keptUntil: null }
  const id = 'c'.repeat(22)
  render(<DoneBefore classId={id} />)
  const told = await screen.findByTestId('done-before')
  expect(told.textContent).toContain('You have done 1 of this class’s 2 exercises on your own.')
  expect(asked).toEqual([{ path: '/api/learn/desk', body: { class: id } }])
  fireEvent.click(screen.getByTestId('keep-with-desk'))
  await waitFor(() => expect(screen.queryByTestId('keep-with-desk')).toBeNull())
  expect(asked.at(-1)?.body).toEqual({ token: null, class: id, progress: of('links', 'other') })
  expect(await device.store.known()).toEqual({ token, keptUntil: null })
})

test('who has done nothing alone is told nothing, and the server is not asked', async () => {
  const progress = vi.spyOn(device.store, 'progress')
  render(<DoneBefore classId={'c'.repeat(22)} />)
  await waitFor(() => expect(progress).toHaveBeenCalled())
  expect(screen.queryByTestId('done-before')).toBeNull()
  expect(asked).toEqual([])
})

test('the header counts at once what comes to a device that kept nothing', async () => {
  let databases: { name: string }[] = []
  let looked = 0
  vi.stubGlobal('indexedDB', {
    databases: async () => {
      looked += 1
      return databases
    },
  })
  Object.assign(device.store, { durable: true })
  answers['/api/learn/pass/use'] = { ok: true, token, keptUntil: null, progress: of('links') }
  render(
    said(
      <>
        <HeaderPill order={['links', 'product']} words="{done} of {all} mastered" />
        <TakeProgress pass="B3GH-8KTN" desks={[]} />
      </>,
    ),
  )
  await waitFor(() => expect(looked).toBe(1))
  expect(screen.queryByTestId('mastered-of')).toBeNull()
  databases = [{ name: learnDatabase }]
  fireEvent.click(screen.getByTestId('take-progress'))
  await screen.findByTestId('taken')
  expect((await screen.findByTestId('mastered-of')).textContent).toContain('1 of 2 mastered')
  vi.unstubAllGlobals()
})
