import fc from 'fast-check'
import type { ClassEvent } from '@/lib/classroom/events'
import type { LogEntry } from '@/lib/classroom/log'
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
    seed: fc.constant(2),
  }),
  fc.record({
    type: fc.constant('exercises-chosen' as const),
    versions: fc.subarray(['v1', 'v2', 'v3']),
    drawing: fc.constant(['v3']),
  }),
  fc.record({
    type: fc.constant('answered' as const),
    student,
    step,
    seed: fc.constantFrom(1, 2),
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

const place = fc.record({ version, step: fc.constantFrom('z', 'dL/dW1') })
const entry: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({ type: fc.constant('verdicts-held' as const), data: fc.constant({}) }),
  fc.record({ type: fc.constant('verdicts-opened' as const), data: fc.record({ on: fc.option(place) }) }),
  fc.record({ type: fc.constant('numbers-set' as const), data: fc.record({ own: fc.boolean() }) }),
  fc.record({
    type: fc.constant('released' as const),
    data: fc.record({
      version,
      steps: fc.option(fc.subarray(['z', 'dL/dW1'], { minLength: 1 })),
      released: fc.boolean(),
    }),
  }),
  fc.record({ type: fc.constant('paused' as const), data: fc.record({ paused: fc.boolean() }) }),
  fc.record({ type: fc.constant('focused' as const), data: fc.record({ on: fc.option(place) }) }),
  fc.record({
    type: fc.constant('timed' as const),
    data: fc.record({ endsAt: fc.option(fc.nat()), on: fc.option(place) }),
  }),
  fc.record({
    type: fc.constant('capped' as const),
    data: fc.record({ attempts: fc.option(fc.integer({ min: 1, max: 9 })) }),
  }),
  fc.record({ type: fc.constant('hints-allowed' as const), data: fc.record({ allowed: fc.boolean() }) }),
  fc.record({ type: fc.constant('revealed' as const), data: fc.record({ on: place }) }),
  fc.record({
    type: fc.constant('hint-given' as const),
    data: fc.record({ on: place, level: fc.integer({ min: 1, max: 3 }) }),
  }),
  fc.record({
    type: fc.constant('shown' as const),
    data: fc.record(
      {
        scene: fc.constantFrom(
          { what: 'join' as const },
          { what: 'grid' as const, version: 'v1'.padEnd(22, '0') },
          { what: 'network' as const, version: 'v2'.padEnd(22, '0') },
        ),
        people: fc.constantFrom('hidden' as const, 'count' as const, 'beside' as const),
      },
      { requiredKeys: [] },
    ),
  }),
)

/** Any entry of the log; only a student takes a hint. */
export const loggedEvent: fc.Arbitrary<ClassEvent> = fc
  .tuple(entry, student, fc.nat({ max: 99 }))
  .map(([entry, who, seq]) => ({
    type: 'logged',
    entry: { ...entry, seq, at: 0, who: entry.type === 'hint-given' ? who : 'teacher' },
  }))

export const anyEvent: fc.Arbitrary<ClassEvent> = fc.oneof(
  { weight: 3, arbitrary: durableEvent },
  { weight: 2, arbitrary: loggedEvent },
  fc.record({ type: fc.constant('presence' as const), student, here: fc.boolean() }),
  fc.record({ type: fc.constant('working' as const), student, step: fc.option(step) }),
)
