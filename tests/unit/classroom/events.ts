import fc from 'fast-check'
import type { ClassEvent } from '@/lib/classroom/events'
import type { LogEntry } from '@/lib/classroom/log'
import { PollPhase } from '@/lib/protocol/poll'
import { stepKey } from '@/lib/protocol/step-key'

const student = fc.constantFrom('ada', 'ben', 'cleo', 'nobody')
const version = fc.constantFrom('v1', 'v2', 'v3')
const step = fc.tuple(version, fc.constantFrom('z', 'dL/dW1', 'formula dL/dA')).map(([v, s]) => stepKey(v, s))
/** Few, so that regrades meet the answers that they are of. */
const answer = fc.constantFrom('a1', 'a2', 'a3', 'a4')
/** Few, so that the same one is made again. */
const mistakes = fc.subarray(['no-two', 'divide'])
const verdict = fc.constantFrom('right' as const, 'follows' as const, 'wrong' as const, 'answered' as const)

export const durableEvent: fc.Arbitrary<ClassEvent> = fc.oneof(
  fc.record({
    type: fc.constant('student-joined' as const),
    student: fc.constantFrom('ada', 'ben', 'cleo'),
    name: fc.constant('Name'),
    // Few, so that some joined in the same millisecond.
    joinedAt: fc.constantFrom(7, 8, 9),
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
    mistakes,
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
    mistakes,
    follows: fc.subarray(['a1', 'a2', 'a3']),
  }),
)

/** What a teacher does to people: it is in their rows, not in the order of the log. */
export const peopleEvent: fc.Arbitrary<ClassEvent> = fc.oneof(
  fc.record({ type: fc.constant('student-left' as const), student }),
  fc.record({
    type: fc.constant('student-renamed' as const),
    student,
    name: fc.constantFrom('Ada', 'Ada (2)'),
    number: fc.constantFrom(null, '4711'),
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
  fc.record({
    type: fc.constant('homework-set' as const),
    data: fc.record({ dueAt: fc.option(fc.nat()), late: fc.boolean() }),
  }),
  fc.record({
    type: fc.constant('section-run' as const),
    data: fc.record({
      section: fc.constantFrom(null, { slug: 'one-chain', title: '2. One chain' }),
    }),
  }),
  fc.record({ type: fc.constant('revealed' as const), data: fc.record({ on: place }) }),
  fc.record({
    type: fc.constant('hint-given' as const),
    data: fc.record({ on: place, level: fc.integer({ min: 1, max: 3 }) }),
  }),
  fc.record({
    type: fc.constant('hand' as const),
    data: fc.record({ student, since: fc.option(fc.nat()) }),
  }),
  fc.record({
    type: fc.constant('shown' as const),
    data: fc.record(
      {
        scene: fc.constantFrom(
          { what: 'join' as const },
          { what: 'grid' as const, version: 'v1'.padEnd(22, '0') },
          { what: 'network' as const, version: 'v2'.padEnd(22, '0') },
          { what: 'section' as const, slug: 'one-chain', part: 2 },
        ),
        people: fc.constantFrom('hidden' as const, 'count' as const, 'beside' as const),
      },
      { requiredKeys: [] },
    ),
  }),
)

const exception: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({
    type: fc.constant('time-given' as const),
    data: fc.record({ student, endsAt: fc.option(fc.nat()) }),
  }),
  fc.record({
    type: fc.constant('due-date-given' as const),
    data: fc.record({ student, dueAt: fc.option(fc.nat()) }),
  }),
  fc.record({
    type: fc.constant('excused' as const),
    data: fc.record({ student, on: place, excused: fc.boolean() }),
  }),
  fc.record({
    type: fc.constant('overridden' as const),
    data: fc.record({
      student,
      on: place,
      seed: fc.constantFrom(1, 2),
      verdict: fc.constantFrom('right' as const, 'wrong' as const, null),
      note: fc.constant(''),
      answer,
    }),
  }),
  fc.record({
    type: fc.constant('overridden' as const),
    data: fc.record({
      student,
      on: place,
      seed: fc.constantFrom(1, 2),
      verdict: fc.constantFrom('right' as const, 'wrong' as const, null),
      note: fc.constant('A sign was mistyped.'),
    }),
  }),
)

const cells = fc.array(fc.constantFrom('1', '2', ' 2'), { minLength: 1, maxLength: 2 })
const choice = fc.nat({ max: 4 })
/** What teachers say, and polls; numbers are those of few events, so that they meet. */
const talk: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({
    type: fc.constant('said' as const),
    data: fc.record({
      to: fc.option(fc.subarray(['ada', 'ben', 'nobody'], { minLength: 1 })),
      because: fc.option(fc.record({ mistake: fc.constant('no-two'), version, step: fc.constant('z') })),
      on: fc.option(place),
      text: fc.constant('Look again.'),
    }),
  }),
  fc.record({
    type: fc.constant('taken-back' as const),
    data: fc.record({ message: fc.nat({ max: 9 }) }),
  }),
  fc.record({
    type: fc.constant('poll-opened' as const),
    data: fc.record({
      on: place,
      question: fc.constant('Which?'),
      options: fc.array(
        fc.record({ cells, right: fc.boolean(), mistakes: fc.subarray(['no-two', 'transposed']) }),
        { minLength: 2, maxLength: 4 },
      ),
    }),
  }),
  fc.record({
    type: fc.constant('poll-voted' as const),
    data: fc.record(
      { poll: fc.nat({ max: 9 }), choice, again: fc.boolean() },
      { requiredKeys: ['poll', 'choice'] },
    ),
  }),
  fc.record({
    type: fc.constant('poll-turned' as const),
    data: fc.record({ poll: fc.nat({ max: 9 }), to: fc.constantFrom(...PollPhase.options) }),
  }),
  fc.record({
    type: fc.constant('poll-closed' as const),
    data: fc.record({ poll: fc.nat({ max: 9 }), shown: fc.boolean() }),
  }),
)

const ofStudents = ['hint-given', 'poll-voted']

/** Any entry of the log; only a student takes a hint or votes. */
export const loggedEvent: fc.Arbitrary<ClassEvent> = fc
  .tuple(fc.oneof(entry, talk, exception), student, fc.nat({ max: 9 }))
  .map(([entry, who, seq]) => ({
    type: 'logged',
    entry: { ...entry, seq, at: 0, who: ofStudents.includes(entry.type) ? who : 'teacher' },
  }))

export const anyEvent: fc.Arbitrary<ClassEvent> = fc.oneof(
  { weight: 3, arbitrary: durableEvent },
  { weight: 2, arbitrary: loggedEvent },
  peopleEvent,
  fc.record({
    type: fc.constant('presence' as const),
    student,
    presence: fc.constantFrom('here' as const, 'away' as const, 'gone' as const),
  }),
  fc.record({ type: fc.constant('working' as const), student, step: fc.option(step) }),
)
