import { describe, expect, test } from 'vitest'
import { nodeTrouble } from '@/lib/launch/node-version.mjs'

describe('the version of Node', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '101.0.0'])('%s will do', version => {
    expect(nodeTrouble(version)).toBeNull()
  })
  test.each(['20.18.3', '18.20.0', '9.11.2', '20.9.0'])(
    '%s is too old, and the message names it',
    version => {
      expect(nodeTrouble(version)).toContain(version)
      expect(nodeTrouble(version)).toContain('20.19')
    },
  )
})
