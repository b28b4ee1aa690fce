// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useWhereabouts } from '@/components/board/grid/use-whereabouts'
import { useLook } from '@/components/board/use-look'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardStudent } from '@/lib/protocol/board'
import { takesLong } from '../../../takes-long'
import { browser } from '../browser'
import { aBoard, exerciseOf, studentOf } from './a-class'

takesLong()

browser()

const exercises = [exerciseOf('a', 'z', 'h'), exerciseOf('b', 'x', 'y')]
const aClass = (...students: BoardStudent[]) => aBoard({ exercises, students })
const at = (version: string, step: string) => ({ at: { version, step }, lastAnswerAt: 1 })

/** What is looked at on a board, as boards come in one after the other. */
function looked(first: BoardState | null) {
  const { result, rerender } = renderHook(
    ({ board }: { board: BoardState | null }) => useLook(board, useWhereabouts(board)),
    { initialProps: { board: first } },
  )
  return {
    version: () => result.current.exercise?.version,
    look: () => result.current,
    comes: (board: BoardState) => rerender({ board }),
  }
}

test('a board opens at the exercise where most are', () => {
  const { version, comes } = looked(null)
  expect(version()).toBeUndefined()
  comes(aClass(studentOf('Ada', at('b', 'x')), studentOf('Ben', at('b', 'y')), studentOf('Cleo')))
  expect(version()).toBe('b')
})

test('it follows a class that has not begun, and then stays where it is', () => {
  const { version, comes } = looked(aClass(studentOf('Ada')))
  expect(version()).toBe('a')
  comes(aClass(studentOf('Ada', at('b', 'x'))))
  expect(version()).toBe('b')
  comes(aClass(studentOf('Ada', at('a', 'z'))))
  expect(version()).toBe('b')
})

test('the teacher’s own choice holds, and goes where its exercise is taken away', () => {
  const { version, look, comes } = looked(aClass(studentOf('Ada', at('b', 'x'))))
  act(() => look().onVersion('a'))
  expect(version()).toBe('a')
  comes(aBoard({ exercises: [exercises[1]!], students: [studentOf('Ada', at('b', 'x'))] }))
  expect(version()).toBe('b')
})

test('a step is meant where none is named: the chosen cell’s, else where most of the class is', () => {
  const { look } = looked(aClass(studentOf('Ada', at('b', 'y')), studentOf('Ben', at('b', 'y'))))
  expect(look().step).toBe('y')
  act(() => look().onChoose({ student: 'id-Ada', step: 'x' }))
  expect(look().step).toBe('x')
  act(() => look().onCell('id-Ben', { version: 'a', step: 'h' }))
  expect([look().exercise?.version, look().step, look().chosen?.student]).toEqual(['a', 'h', 'id-Ben'])
  act(() => look().onVersion('b'))
  expect(look().chosen).toBeNull()
})
