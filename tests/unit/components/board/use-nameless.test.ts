// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useNameless } from '@/components/board/use-nameless'
import type { BoardState } from '@/lib/client/board-state'
import { takesLong } from '../../../takes-long'
import { browser } from '../browser'
import { aBoard, studentOf } from './a-class'

takesLong()

browser()

const [ada, ben, cleo] = [studentOf('Ada', { number: '4711' }), studentOf('Ben'), studentOf('Cleo')]
const names = (board: BoardState | null) => [...(board?.students.values() ?? [])].map(({ name }) => name)

test('hidden names are numbers that stay when others come and go', () => {
  const { result, rerender } = renderHook(({ board, hidden }) => useNameless(board, hidden), {
    initialProps: { board: aBoard({ students: [ada, ben] }) as BoardState | null, hidden: true },
  })
  expect(names(result.current)).toEqual(['Student 1', 'Student 2'])
  expect(JSON.stringify([...(result.current?.students ?? [])])).not.toMatch(/"name":"Ada"|4711/)
  const before = result.current?.students.get(ben.id)
  rerender({ board: aBoard({ students: [ben, cleo] }), hidden: true })
  expect(names(result.current)).toEqual(['Student 2', 'Student 3'])
  expect(result.current?.students.get(ben.id)).toBe(before)
  rerender({ board: aBoard({ students: [ben, cleo] }), hidden: false })
  expect(names(result.current)).toEqual(['Ben', 'Cleo'])
})
