// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { InviteButton } from '@/components/teach/invite-button'
import { browser } from '../browser'

browser()
const path = '/teach/link/some-token?class=some-class'
const asked = vi.fn()

beforeEach(() => {
  asked.mockReset()
  vi.stubGlobal('fetch', async (_path: string, request: RequestInit) => {
    asked(JSON.parse(String(request.body)))
    return Response.json({ ok: true, path })
  })
})

async function invited(addresses: readonly string[], classId?: string): Promise<string> {
  render(<InviteButton addresses={addresses} {...(classId !== undefined && { classId })} />)
  fireEvent.click(screen.getByTestId('invite'))
  return (await screen.findByTestId('invite-link')).textContent ?? ''
}

test('the link carries the address that others can reach, and a QR code', async () => {
  expect(window.location.hostname).toBe('localhost')
  expect(await invited(['http://192.168.1.5:3000'])).toBe(`http://192.168.1.5:3000${path}`)
  expect(screen.getByRole('img', { name: /QR code/ })).toBeTruthy()
  expect(screen.queryByTestId('local-only')).toBeNull()
  expect(asked).toHaveBeenCalledWith({})
  const here = window.location.origin
  fireEvent.change(screen.getByRole('combobox'), { target: { value: here } })
  expect(screen.getByTestId('invite-link').textContent).toBe(here + path)
  expect(screen.getByTestId('local-only').textContent).toBe('This address works on this computer only.')
})

test('where only this computer reaches the server, it says so', async () => {
  expect(await invited([], 'some-class')).toBe(window.location.origin + path)
  expect(screen.getByTestId('local-only').textContent).toContain('on no network')
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(asked).toHaveBeenCalledWith({ class: 'some-class' })
})
