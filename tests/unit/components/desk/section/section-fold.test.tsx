// @vitest-environment jsdom
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/learn/section/[section]/route'
import { SectionFold } from '@/components/desk/section/section-fold'
import { ProjectedPart } from '@/components/learn/reading/projected-part'
import { takesLong } from '../../../../takes-long'
import { browser } from '../../browser'

takesLong()
configure({ asyncUtilTimeout: 20_000 })
browser()

const asked: string[] = []
let down = false

beforeEach(() => {
  asked.length = 0
  down = false
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    if (down) throw new TypeError('no network')
    const section = address.split('/').at(-1) ?? ''
    return GET(new Request(`http://test${address}`), { params: Promise.resolve({ section }) })
  })
})

const unfold = () => fireEvent.click(screen.getByTestId('section-open'))

test('the text is fetched when it is unfolded, with its figure and the names of its exercises', async () => {
  render(<SectionFold section={{ slug: 'several-paths', title: '3. Several paths' }} />)
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Read: 3. Several paths')
  expect(asked).toEqual([])
  unfold()
  expect(await screen.findByRole('heading', { name: 'Why paths add' })).toBeTruthy()
  expect(asked).toEqual(['/api/learn/section/several-paths'])
  expect(screen.getByRole('figure')).toBeTruthy()
  expect(screen.getByTestId('section-text').textContent).toContain('Now on your desk: Two partials')
  unfold()
  expect(screen.queryByTestId('section-text')).toBeNull()
  // What was fetched once is there at once.
  unfold()
  expect(await screen.findByRole('heading', { name: 'Why paths add' })).toBeTruthy()
  expect(asked).toHaveLength(1)
})

test('without the server it says so, and tries again when it is asked to', async () => {
  down = true
  render(<SectionFold section={{ slug: 'one-chain', title: '2. One chain' }} />)
  unfold()
  const again = await screen.findByRole('button', { name: 'Try again' })
  down = false
  fireEvent.click(again)
  await waitFor(() => expect(screen.getByTestId('section-text')).toBeTruthy())
})

test('a wall shows one part at a time, and the last one for a place that is not there', async () => {
  const { rerender } = render(<ProjectedPart slug="several-paths" part={0} />)
  const heading = async (name: string) => expect(await screen.findByRole('heading', { name })).toBeTruthy()
  await heading('One number, two uses')
  expect(screen.queryByRole('heading', { name: 'Why paths add' })).toBeNull()
  rerender(<ProjectedPart slug="several-paths" part={1} />)
  await heading('Why paths add')
  expect(screen.queryByRole('heading', { name: 'One number, two uses' })).toBeNull()
  rerender(<ProjectedPart slug="several-paths" part={99} />)
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Why paths add' })).toBeNull())
  expect(screen.getByTestId('projected-part').textContent).not.toBe('')
})
