import { describe, expect, test } from 'vitest'
import { keyOf } from '../exercise/solve'
import { gradeStep } from './plain'

// p = (1/3, 2/3), dL/dp = 2 (p - 1) = (-4/3, -2/3)
const key = keyOf('param p = [1/3, 2/3]\nloss L = sum((p - 1)^2)\nask dL/dp rounded 2')
const mistakes = (...cells: string[]) => gradeStep(key, 'dL/dp', cells, new Map()).verdict.mistakes

describe('[G6] a named mistake of a step that takes rounded answers', () => {
  test('is recognised from its exact values and from them rounded, cell by cell', () => {
    expect(mistakes('-2/3', '-1/3')).toEqual(['no-two'])
    expect(mistakes('-0.67', '-0.333')).toEqual(['no-two'])
    expect(mistakes('-2/3', '-0.33')).toEqual(['no-two'])
    expect(mistakes('1.333', '0.67')).toEqual(['residual-flip'])
  })

  test('is all cells of it: no single one stands for the others', () => {
    expect(mistakes('-0.67', '0.21')).toEqual([])
    expect(mistakes('0.21', '-0.33')).toEqual([])
  })

  test('is not recognised from a decimal that is rounded wrongly, or to too few places', () => {
    expect(mistakes('-0.66', '-0.33')).toEqual([])
    expect(mistakes('-0.7', '-0.3')).toEqual([])
  })
})
