// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { CoTeachersDialog, type Staff } from '@/components/board/people/co-teachers-dialog'
import { browser } from '../../browser'

browser()
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

function shown(staff: Staff): void {
  render(
    <CoTeachersDialog
      classId="some-class"
      staff={staff}
      addresses={['http://192.168.1.5:3000']}
      open
      onClose={() => undefined}
    />,
  )
}

test('the owner of the server invites from where it stands, whoever is there already', () => {
  shown({ colleagues: [], invitedBy: null })
  expect(screen.getByText(/Nobody else teaches on this server yet/)).toBeTruthy()
  expect(screen.getByTestId('invite')).toBeTruthy()
})

test('others are told who invites', () => {
  shown({ colleagues: [{ id: 'olga', name: 'Olga', named: false }], invitedBy: 'Olga' })
  expect(screen.getByRole('checkbox', { name: 'Olga' })).toBeTruthy()
  expect(screen.getByText('Olga, who owns this server, invites more teachers by link.')).toBeTruthy()
  expect(screen.queryByTestId('invite')).toBeNull()
})
