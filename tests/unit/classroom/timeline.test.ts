import { expect, test } from 'vitest'
import type { LogEntry } from '@/lib/classroom/log'
import { markOf } from '@/lib/classroom/timeline'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { plainSentence, sentenceOf } from '@/lib/words/sentence'
import { text } from '@/lib/words/text'

const on = { version: 'v', step: 'dL/dA' }
const marked = text`gradient of ${math('L')} by ${math('A')}`

/** Titles of steps are sentences already, with their mathematics marked. */
const named = (_: string, step: string | null) =>
  step === null
    ? message('timeline.exercise', { title: 'A layer' })
    : message('verbatim.text', { text: marked })

const markAt = (entry: LogEntry) =>
  markOf({ ...entry, seq: 1, at: 60_000, who: 't' }, named, id => ({ ada: 'Ada' })[id] ?? '?')

const told: readonly (readonly [LogEntry, string, string])[] = [
  [{ type: 'verdicts-held', data: {} }, 'pace', 'Verdicts held back'],
  [{ type: 'verdicts-opened', data: { on: null } }, 'pace', 'Verdicts opened'],
  [{ type: 'verdicts-opened', data: { on } }, 'pace', 'Verdicts opened: gradient of L by A'],
  [{ type: 'numbers-set', data: { own: true } }, 'pace', 'Own numbers for each student'],
  [{ type: 'numbers-set', data: { own: false } }, 'pace', 'The same numbers for everyone'],
  [{ type: 'released', data: { version: 'v', steps: null, released: true } }, 'pace', 'Released: A layer'],
  [
    { type: 'released', data: { version: 'v', steps: ['dL/dA'], released: false } },
    'pace',
    'Taken off the desks: gradient of L by A',
  ],
  [
    { type: 'released', data: { version: 'v', steps: ['z', 'h'], released: true } },
    'pace',
    'Released: 2 steps of A layer',
  ],
  [{ type: 'paused', data: { paused: true } }, 'pace', 'Paused'],
  [{ type: 'paused', data: { paused: false } }, 'pace', 'Resumed'],
  [{ type: 'focused', data: { on } }, 'pace', 'Everyone brought to gradient of L by A'],
  [{ type: 'focused', data: { on: null } }, 'pace', 'Everyone free to move on'],
  [{ type: 'timed', data: { endsAt: 150_000, on: null } }, 'pace', 'Countdown of 1.5 min'],
  [{ type: 'timed', data: { endsAt: 1_290_000, on } }, 'pace', 'Countdown of 21 min: gradient of L by A'],
  [{ type: 'timed', data: { endsAt: null, on: null } }, 'pace', 'Countdown ended'],
  [{ type: 'capped', data: { attempts: 1 } }, 'pace', 'At most 1 attempt at each step'],
  [{ type: 'capped', data: { attempts: 3 } }, 'pace', 'At most 3 attempts at each step'],
  [{ type: 'capped', data: { attempts: null } }, 'pace', 'Any number of attempts'],
  [{ type: 'hints-allowed', data: { allowed: true } }, 'pace', 'Hints on'],
  [{ type: 'hints-allowed', data: { allowed: false } }, 'pace', 'Hints off'],
  [{ type: 'revealed', data: { on } }, 'reveal', 'Solution shown: gradient of L by A'],
  [
    { type: 'section-run', data: { section: { slug: 'one-chain', title: '2. One chain' } } },
    'pace',
    'Reading: 2. One chain',
  ],
  [{ type: 'section-run', data: { section: null } }, 'pace', 'Reading ended'],
  [{ type: 'homework-set', data: { dueAt: 1, late: false } }, 'homework', 'Reopened as homework'],
  [{ type: 'homework-set', data: { dueAt: null, late: false } }, 'homework', 'Homework ended'],
  [{ type: 'time-given', data: { student: 'ada', endsAt: 9 } }, 'exception', 'More time for Ada'],
  [
    { type: 'time-given', data: { student: 'ada', endsAt: null } },
    'exception',
    'No more time for Ada than for the class',
  ],
  [{ type: 'due-date-given', data: { student: 'ada', dueAt: 9 } }, 'exception', 'Another due date for Ada'],
  [
    { type: 'due-date-given', data: { student: 'ada', dueAt: null } },
    'exception',
    'The class’s due date for Ada again',
  ],
  [
    { type: 'excused', data: { student: 'ada', on, excused: true } },
    'exception',
    'Ada excused from gradient of L by A',
  ],
  [
    { type: 'excused', data: { student: 'ada', on, excused: false } },
    'exception',
    'Ada no longer excused from gradient of L by A',
  ],
  ...(
    [
      ['right', 'Counted as right for Ada: gradient of L by A'],
      ['wrong', 'Counted as wrong for Ada: gradient of L by A'],
      [null, 'Own verdict for Ada taken back: gradient of L by A'],
    ] as const
  ).map(([verdict, sentence]): (typeof told)[number] => [
    { type: 'overridden', data: { student: 'ada', on, seed: 1, verdict, note: '' } },
    'exception',
    sentence,
  ]),
]

test.each(told)('the time line tells of %j', (entry, kind, sentence) => {
  const mark = markAt(entry)
  expect(mark).toMatchObject({ at: 60_000, kind })
  expect(mark && plainSentence(mark.said)).toBe(sentence)
})

test('the mathematics in the name of a step stays marked', () => {
  const mark = markAt({ type: 'revealed', data: { on } })
  expect(mark && sentenceOf(mark.said)).toBe(`Solution shown: ${marked}`)
})

test('what a student does is no mark', () => {
  expect(markAt({ type: 'hint-given', data: { on, level: 1 } })).toBeNull()
})
