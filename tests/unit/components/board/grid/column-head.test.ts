import { describe, expect, it } from 'vitest'
import { familyOf } from '@/components/board/grid/column-head'

describe('familyOf', () => {
  it('names the statement that a step came from, and its place in it', () => {
    expect(familyOf('nudge.predicted')).toEqual({ name: 'nudge', member: 'predicted' })
    expect(familyOf('nudge2.actual')).toEqual({ name: 'nudge 2', member: 'actual' })
    expect(familyOf('descend.W1')).toEqual({ name: 'descend', member: { param: 'W1' } })
    expect(familyOf('descend3.step2.loss')).toEqual({ name: 'descend 3, step 2', member: 'loss' })
  })

  it('leaves steps alone that stand for themselves', () => {
    for (const id of ['z', 'z[1]', 'dL/dW1', 'dC[1,2]/dA[1,1]', 'formula dL/dA', 'nudge', 'find.step']) {
      expect(familyOf(id)).toBeNull()
    }
  })
})
