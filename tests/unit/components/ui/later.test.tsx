// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Later } from '@/components/ui/later'
import { browser } from '../browser'

browser()

function Greeting({ name }: { name: string }) {
  return <p>Hello {name}</p>
}

const settled = () => act(async () => undefined)

test('the script of a part is fetched when it is first shown, and the part then has its properties', async () => {
  let fetched = 0
  const load = async () => {
    fetched += 1
    return Greeting
  }
  const { rerender } = render(<Later load={load} props={{ name: 'Ada' }} />)
  await settled()
  expect(screen.getByText('Hello Ada')).toBeTruthy()
  rerender(<Later load={load} props={{ name: 'Bo' }} />)
  expect(screen.getByText('Hello Bo')).toBeTruthy()
  expect(fetched).toBe(1)
})

test('a script that cannot be fetched breaks nothing: its place says so', async () => {
  const load = () => Promise.reject(new Error('no network'))
  render(
    <>
      <p>The desk</p>
      <Later load={load} props={{}} />
    </>,
  )
  await settled()
  expect(screen.getByText('The desk')).toBeTruthy()
  expect(screen.getByTestId('not-fetched').textContent).toContain('Nothing that you typed is lost')
})
