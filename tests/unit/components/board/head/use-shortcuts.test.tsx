// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { type Shortcuts, shortcuts, useShortcuts } from '@/components/board/head/use-shortcuts'
import { takesLong } from '../../../../takes-long'
import { browser } from '../../browser'

takesLong()

browser()

function Page({ does, on }: { does: Shortcuts; on: boolean }) {
  useShortcuts(does, on)
  return (
    <>
      <input aria-label="a field" />
      <textarea aria-label="a text" />
      <select aria-label="a choice" />
      <input type="checkbox" aria-label="a box" />
      <dialog data-testid="dialog" />
    </>
  )
}

function show(on = true, without: keyof Shortcuts | null = null) {
  const heard = vi.fn()
  const names = Object.keys(shortcuts) as (keyof Shortcuts)[]
  const does = Object.fromEntries(names.map(name => [name, name === without ? null : () => heard(name)]))
  render(<Page does={does as unknown as Shortcuts} on={on} />)
  return heard
}

test('every key does its one thing, in small letters and large', () => {
  const heard = show()
  for (const [name, key] of Object.entries(shortcuts)) {
    fireEvent.keyDown(document.body, { key: key.toLowerCase() })
    fireEvent.keyDown(document.body, { key })
    expect(heard.mock.calls.splice(0)).toEqual([[name], [name]])
  }
  expect(new Set(Object.values(shortcuts)).size).toBe(Object.keys(shortcuts).length)
})

test('a keyboard with other letters has them at the same places', () => {
  const heard = show()
  fireEvent.keyDown(document.body, { key: 'з', code: 'KeyP' })
  expect(heard).toHaveBeenCalledExactlyOnceWith('pause')
})

test('nothing is done while something is typed or chosen, in a dialog, with a modifier, or when held down', () => {
  const heard = show()
  for (const label of ['a field', 'a text', 'a choice']) {
    fireEvent.keyDown(screen.getByLabelText(label), { key: 'p' })
  }
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
    fireEvent.keyDown(document.body, { key: 'p', [modifier]: true })
  }
  fireEvent.keyDown(document.body, { key: 'p', repeat: true })
  screen.getByTestId('dialog').setAttribute('open', '')
  fireEvent.keyDown(document.body, { key: 'p' })
  expect(heard).not.toHaveBeenCalled()
  screen.getByTestId('dialog').removeAttribute('open')
  fireEvent.keyDown(screen.getByLabelText('a box'), { key: 'p' })
  expect(heard).toHaveBeenCalledExactlyOnceWith('pause')
})

test('a key whose action is not to be had does nothing, and keys can be switched off', () => {
  const some = show(true, 'pause')
  fireEvent.keyDown(document.body, { key: 'p' })
  expect(some).not.toHaveBeenCalled()
  const none = show(false)
  fireEvent.keyDown(document.body, { key: 'm' })
  expect(none).not.toHaveBeenCalled()
})
