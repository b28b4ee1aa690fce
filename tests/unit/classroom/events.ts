import fc from 'fast-check'
import type { ClassEvent } from '@/lib/classroom/events'
import { stepKey } from '@/lib/protocol/step-key'

const student = fc.constantFrom('ada', 'ben', 'cleo', 'nobody')
const version = fc.constantFrom('v1', 'v2', 'v3')
const step = fc.tuple(version, fc.constantFrom('z', 'dL/dW1', 'formula dL/dA')).map(([v, s]) => stepKey(v, s))
/** Few, so that regrades meet the answers that they are of. */
const answer = fc.constantFrom('a1', 'a2', 'a3', 'a4')
const verdict = fc.constantFrom('right' as const, 'follows' as const, 'wrong' as const)

export const durableEvent: fc.Arbitrary<ClassEvent> = fc.oneof(
  fc.record({
    type: fc.constant('student-joined' as const),
    student: fc.constantFrom('ada', 'ben', 'cleo'),
    name: fc.constant('Name'),
    joinedAt: fc.constant(7),
  }),
  fc.record({ type: fc.constant('exercises-chosen' as const), versions: fc.subarray(['v1', 'v2', 'v3']) }),
  fc.record({
    type: fc.constant('answered' as const),
    student,
    step,
    id: answer,
    verdict,
    follows: fc.subarray(['a1', 'a2', 'a3']),
    at: fc.nat(),
  }),
  fc.record({
    type: fc.constant('regraded' as const),
    student,
    step,
    id: fc.uuid(),
    of: answer,
    verdict,
    follows: fc.subarray(['a1', 'a2', 'a3']),
  }),
)

export const anyEvent: fc.Arbitrary<ClassEvent> = fc.oneof(
  { weight: 3, arbitrary: durableEvent },
  fc.record({ type: fc.constant('presence' as const), student, here: fc.boolean() }),
  fc.record({ type: fc.constant('working' as const), student, step: fc.option(step) }),
)
