// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { JoinCard } from '@/components/board/people/join-card'
import { browser } from '../../browser'

browser()

test('at a board on this computer, the link, its QR code and the words carry the network’s address', () => {
  render(<JoinCard code="K7MX4RQ" addresses={['http://192.168.1.5:3000']} />)
  expect(screen.getByRole('img', { name: 'QR code of http://192.168.1.5:3000/join/K7MX4RQ' })).toBeTruthy()
  expect(screen.getByText('192.168.1.5:3000/join')).toBeTruthy()
  expect(screen.queryByTestId('local-only')).toBeNull()
})

test('with no other address than this computer’s own, it says so', () => {
  render(<JoinCard code="K7MX4RQ" addresses={[]} />)
  expect(screen.getByText(`${window.location.host}/join`)).toBeTruthy()
  expect(screen.getByTestId('local-only').textContent).toContain('works on this computer only')
})
