// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Fetched, useFetched } from '@/components/ui/fetched'
import { browser } from '../browser'

browser()

const settled = () => act(async () => undefined)

function Shouted({ part, text }: { part: Fetched<(text: string) => string>; text: string }) {
  const shout = useFetched(part, text)
  return <p>{shout?.(text) ?? text}</p>
}

test('it is fetched with the first text, once, and nothing waits for it', async () => {
  let times = 0
  const part = new Fetched(async () => {
    times += 1
    return (text: string) => text.toUpperCase()
  })
  const { rerender } = render(<Shouted part={part} text="" />)
  await settled()
  expect(times).toBe(0)
  rerender(<Shouted part={part} text="ada" />)
  expect(screen.getByText('ada')).toBeTruthy()
  await settled()
  expect(screen.getByText('ADA')).toBeTruthy()
  rerender(<Shouted part={part} text="bo" />)
  render(<Shouted part={part} text="cleo" />)
  expect(screen.getByText('BO')).toBeTruthy()
  expect(screen.getByText('CLEO')).toBeTruthy()
  expect(times).toBe(1)
})

test('where it cannot be fetched the next text tries again', async () => {
  const outcomes = [Promise.reject(new Error('no network')), Promise.resolve((text: string) => `${text}!`)]
  for (const outcome of outcomes) outcome.catch(() => undefined)
  const part = new Fetched(() => outcomes.shift() ?? Promise.reject(new Error('asked too often')))
  const { rerender } = render(<Shouted part={part} text="ada" />)
  await settled()
  expect(screen.getByText('ada')).toBeTruthy()
  rerender(<Shouted part={part} text="bo" />)
  await settled()
  expect(screen.getByText('bo!')).toBeTruthy()
})
