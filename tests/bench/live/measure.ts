import { setTimeout as sleep } from 'node:timers/promises'
import { type Options, warming } from './options'
import { Part } from './part'
import { type Subject, weigh } from './subject'
import {
  type FromBoards,
  type FromStudents,
  now,
  type Sample,
  type ToBoards,
  type ToStudents,
  type Traffic,
} from './wire'

/** Two cores: one process of students at small numbers, two at large ones. */
const studentsPerProcess = 300
const processesMost = 2
const boards = 2
const warmingAnswers = 60
const bursts = 5

export interface Percentiles {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** Times in milliseconds. */
export interface Figures {
  readonly answersASecond: number
  readonly missing: number
  readonly toAcknowledgement: Percentiles | null
  readonly toBoard: Percentiles | null
  readonly messagesAnAnswer: number
  readonly bytesToABoardAnAnswer: number
  readonly bytesToAStudentAnAnswer: number
  readonly processorMsAnAnswer: number
  readonly kilobytesAStudent: number
  readonly heapKilobytesAStudent: number
  readonly joining: number
  readonly boardOpening: number
  /** Answers a second of each burst, the median first. */
  readonly burst: { readonly answersASecond: number; readonly each: readonly number[] } | null
}

export async function measure(subject: Subject, options: Options, signal: AbortSignal): Promise<Figures> {
  const classParts = Math.min(processesMost, Math.ceil(options.students / studentsPerProcess))
  const classes = Array.from(
    { length: classParts },
    () => new Part<ToStudents, FromStudents>('students', signal),
  )
  const staff = new Part<ToBoards, FromBoards>('boards', signal)
  try {
    return await measured(subject, options, classes, staff)
  } finally {
    for (const part of [...classes, staff]) part.end()
  }
}

type Classes = readonly Part<ToStudents, FromStudents>[]

async function measured(
  subject: Subject,
  options: Options,
  classes: Classes,
  staff: Part<ToBoards, FromBoards>,
): Promise<Figures> {
  const { at, exercises } = subject
  const all = (asked: (nth: number) => ToStudents) =>
    Promise.all(classes.map((part, nth) => part.ask(asked(nth))))
  const warm = { do: 'join', at, exercises, from: 1_000_000, to: 1_000_000 + warming } as const
  await classes[0]?.ask(warm)
  for (let nth = 0; nth < warmingAnswers; nth += 1) await classes[0]?.ask({ do: 'burst', begins: now() })
  await classes[0]?.ask({ do: 'leave' })
  await sleep(4000)

  const empty = await weigh(subject)
  const began = now()
  await all(nth => {
    const part = (edge: number) => Math.round((edge * options.students) / classes.length)
    return { do: 'join', at, exercises, from: part(nth), to: part(nth + 1) }
  })
  const joining = now() - began
  await sleep(4000)
  const full = await weigh(subject)
  const { opening } = await staff.ask({ do: 'open', at, cookies: subject.teacher.cookies, boards })

  const { seconds, typing } = options
  const each = options.rate / options.students
  // The first seconds warm up and are not counted.
  await all(() => ({ do: 'load', begins: now() + 200, seconds: Math.min(5, seconds), each, typing }))
  await sleep(500)
  await staff.ask({ do: 'forget' })
  const before = await weigh(subject)
  const told = await all(() => ({ do: 'load', begins: now() + 200, seconds, each, typing }))
  const after = await weigh(subject)
  await sleep(500)
  const shown = await staff.ask({ do: 'tell' })
  const burst = options.burst ? await burstRates(options.students, all) : null

  const samples = told.flatMap(one => one.samples)
  const traffic = told.reduce((sum, one) => plus(sum, one.traffic), { messages: 0, bytes: 0 })
  const spread = (value: number) => round(value / samples.length)
  const { rss, heap } = { rss: full.rss - empty.rss, heap: full.heap - empty.heap }
  return {
    answersASecond: round(samples.length / span(samples)),
    missing: told.reduce((sum, one) => sum + one.missing, 0),
    toAcknowledgement: percentiles(samples.map(({ sent, acknowledged }) => acknowledged - sent)),
    toBoard: percentiles(toBoards(samples, shown)),
    messagesAnAnswer: spread(traffic.messages + shown.traffic.messages),
    bytesToABoardAnAnswer: spread(shown.traffic.bytes / boards),
    bytesToAStudentAnAnswer: spread(traffic.bytes),
    processorMsAnAnswer: spread((after.cpu - before.cpu) / 1000),
    kilobytesAStudent: round(rss / 1024 / options.students),
    heapKilobytesAStudent: round(heap / 1024 / options.students),
    joining: Math.round(joining),
    boardOpening: Math.round(Math.max(...opening)),
    burst,
  }
}

/** All send in one tick, several times: answers a second from the first that is sent to the last acknowledgement. */
async function burstRates(
  students: number,
  all: (asked: (nth: number) => ToStudents) => Promise<FromStudents[]>,
): Promise<Figures['burst']> {
  const each: number[] = []
  for (let nth = 0; nth < bursts; nth += 1) {
    await sleep(3000)
    const begins = now() + 300
    const told = await all(() => ({ do: 'burst', begins }))
    const samples = told.flatMap(one => one.samples)
    if (samples.length < students) throw new Error('answers of a burst were not acknowledged')
    each.push(Math.round(samples.length / span(samples)))
  }
  const sorted = each.toSorted((a, b) => a - b)
  return { answersASecond: sorted[Math.floor(bursts / 2)] ?? 0, each }
}

function toBoards(samples: readonly Sample[], { shown }: FromBoards): number[] {
  return shown.flatMap(board => {
    const at = new Map(board)
    return samples.flatMap(({ place, sent }) => {
      const came = place === null ? undefined : at.get(place)
      return came === undefined ? [] : [came - sent]
    })
  })
}

/** Seconds from the first answer sent to the last one acknowledged. */
function span(samples: readonly Sample[]): number {
  const first = samples.reduce((least, { sent }) => Math.min(least, sent), Number.POSITIVE_INFINITY)
  const last = samples.reduce((most, { acknowledged }) => Math.max(most, acknowledged), 0)
  return (last - first) / 1000
}

function percentiles(values: readonly number[]): Percentiles | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

const plus = (a: Traffic, b: Traffic): Traffic => ({
  messages: a.messages + b.messages,
  bytes: a.bytes + b.bytes,
})

const round = (value: number): number => Number(value.toPrecision(3))
