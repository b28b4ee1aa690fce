// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu'
import { takesLong } from '../../../takes-long'
import { browser } from '../browser'

takesLong()

browser()

function show() {
  const picked = vi.fn()
  render(
    <>
      <Menu label="More" testid="more">
        <MenuGroup label="The class">
          <MenuItem onPick={() => picked('people')} about="Who is in it">
            People
          </MenuItem>
          <MenuItem onPick={() => picked('pause')} shortcut="P">
            Pause
          </MenuItem>
          <MenuItem onPick={() => picked('never')} disabled>
            Not now
          </MenuItem>
        </MenuGroup>
        <MenuItem onPick={() => picked('hide')} checked={false}>
          Hide names
        </MenuItem>
      </Menu>
      <button type="button">elsewhere</button>
    </>,
  )
  return picked
}

const button = () => screen.getByTestId('more')
const menu = () => screen.queryByRole('menu', { name: 'More' })
const press = (key: string) => act(() => void fireEvent.keyDown(document.activeElement!, { key }))
const focused = () => document.activeElement?.textContent
const open = (how: () => void = () => button().click()) => {
  act(() => button().focus())
  act(how)
}

test('a button opens it, with the focus on its first item; ArrowUp comes to the last', () => {
  show()
  expect(button().getAttribute('aria-haspopup')).toBe('menu')
  expect(menu()).toBeNull()
  open()
  expect(button().getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByRole('group', { name: 'The class' })).toBeDefined()
  expect(focused()).toContain('People')
  press('Escape')
  press('ArrowUp')
  expect(focused()).toContain('Hide names')
})

test('arrows lead around, Home and End to the ends', () => {
  show()
  open()
  press('ArrowDown')
  expect(focused()).toContain('Pause')
  press('ArrowUp')
  press('ArrowUp')
  expect(focused()).toContain('Hide names')
  press('ArrowDown')
  expect(focused()).toContain('People')
  press('End')
  expect(focused()).toContain('Hide names')
  press('Home')
  expect(focused()).toContain('People')
})

test('Escape closes it and gives the focus back, and nobody behind it hears of that key', () => {
  show()
  const behind = vi.fn()
  document.addEventListener('keydown', behind)
  open()
  press('Escape')
  document.removeEventListener('keydown', behind)
  expect(menu()).toBeNull()
  expect(document.activeElement).toBe(button())
  expect(behind).not.toHaveBeenCalled()
})

test('Tab, a press elsewhere and focus elsewhere close it', () => {
  show()
  open()
  press('Tab')
  expect(menu()).toBeNull()
  expect(document.activeElement).toBe(button())
  open()
  act(() => void fireEvent.pointerDown(screen.getByText('elsewhere')))
  expect(menu()).toBeNull()
  open()
  act(() => screen.getByText('elsewhere').focus())
  expect(menu()).toBeNull()
})

test('an item is picked once, by a press or by its key; the menu is closed before', () => {
  const picked = show()
  open()
  act(() => screen.getByRole('menuitem', { name: /People/ }).click())
  expect(picked).toHaveBeenCalledExactlyOnceWith('people')
  expect(menu()).toBeNull()
  expect(document.activeElement).toBe(button())
  open()
  press('p')
  expect(picked).toHaveBeenLastCalledWith('pause')
  expect(menu()).toBeNull()
})

test('what cannot be done now keeps its place and does nothing; a switch says how it stands', () => {
  const picked = show()
  open()
  const never = screen.getByRole('menuitem', { name: 'Not now' })
  expect(never.getAttribute('aria-disabled')).toBe('true')
  act(() => never.click())
  expect(picked).not.toHaveBeenCalled()
  expect(menu()).not.toBeNull()
  const hide = screen.getByRole('menuitemcheckbox', { name: 'Hide names' })
  expect(hide.getAttribute('aria-checked')).toBe('false')
})
