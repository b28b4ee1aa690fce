import { expect, test } from 'vitest'
import { listedOf } from '@/lib/server/realtime/board/listed'

const at = (time: number, marked = false) => ({ at: time, marked })

test('answers are listed in the order of time; where there are more, those without a mark go first', () => {
  expect(listedOf([at(3), at(1, true), at(2)], 5)).toEqual([at(1, true), at(2), at(3)])
  expect(listedOf([at(1, true), at(4), at(2, true), at(3)], 3)).toEqual([at(1, true), at(3), at(4)])
  expect(listedOf([at(1, true), at(4), at(2), at(3)], 3)).toEqual([at(2), at(3), at(4)])
})
