import type { DeskSnapshot, StepHints } from '@/lib/protocol/desk'
import type { DeskPacing } from '@/lib/protocol/pacing'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { StepState } from '@/lib/protocol/step-state'
import type { DeskTalk } from '@/lib/protocol/talk'
import type { StepVerdict } from '@/lib/protocol/verdict'

/** A verdict together with the text on which it is the verdict. */
export interface Judged {
  readonly cells: readonly string[]
  readonly result: StepVerdict
}

/** The latest answer checked on this page. The focus and the words that are read out depend on it. */
export interface LastCheck {
  readonly serial: number
  readonly key: string
  /** Null where the answer was received and verdicts are held back. */
  readonly result: StepVerdict | null
}

/** Everything that the desk shows. Replaced whole with every change, so that React sees what changed. */
export interface DeskView {
  readonly phase: 'loading' | 'open' | 'ended'
  /** Why the desk ended, or why it could not open. */
  readonly ended: string | null
  readonly connected: boolean
  /** This page cannot read what the server says, or is refused for its age: it has to be loaded again. */
  readonly outdated: boolean
  /** When the next try to connect is, on the clock of `performance.now()`; null while one runs or none is needed. */
  readonly retryAt: number | null
  readonly desk: DeskSnapshot | null
  /** Null until the desk is open. */
  readonly pacing: DeskPacing | null
  /** When the countdown ends, on the clock of `performance.now()`; null without one. */
  readonly endsAt: number | null
  /** Hints by `stepKey`, of the steps that have any. */
  readonly hints: ReadonlyMap<string, StepHints>
  /** By `stepKey`: the cells of the solutions that the teacher revealed. */
  readonly revealed: ReadonlyMap<string, readonly string[]>
  /** By `stepKey`: the steps that do not count for this student. */
  readonly excused: ReadonlySet<string>
  /** Whether the student's hand is up. */
  readonly hand: boolean
  /** What the teacher says: messages, and a poll. */
  readonly talk: DeskTalk
  /** By `stepKey`. */
  readonly records: ReadonlyMap<string, StepRecord>
  readonly drafts: ReadonlyMap<string, readonly string[]>
  readonly judged: ReadonlyMap<string, Judged>
  /** Text of the newest answer of a step that was not acknowledged yet. */
  readonly waiting: ReadonlyMap<string, readonly string[]>
  /** Why an answer was refused, until the step is typed at again. */
  readonly told: ReadonlyMap<string, string>
  /** The part of the class's steps that are right or follow, from 0 to 1; null while it is not told. */
  readonly classShare: number | null
  readonly answersWaiting: number
  /** Whether typed text survives the end of this page. */
  readonly durable: boolean
  readonly lastCheck: LastCheck | null
}

export const emptyView: DeskView = {
  phase: 'loading',
  ended: null,
  connected: false,
  outdated: false,
  retryAt: null,
  desk: null,
  pacing: null,
  endsAt: null,
  hints: new Map(),
  revealed: new Map(),
  excused: new Set(),
  hand: false,
  talk: { messages: [], poll: null },
  records: new Map(),
  drafts: new Map(),
  judged: new Map(),
  waiting: new Map(),
  told: new Map(),
  classShare: null,
  answersWaiting: 0,
  durable: true,
  lastCheck: null,
}

/**
 * The state of a step as its student sees it. The best verdict counts ([G12]), or the teacher's own; typed text without a
 * counted answer is `working`, and an answer whose verdict is held back `received`. `excused`: the student need not do it.
 */
export function stepState(view: DeskView, on: StepAddress): StepState {
  const key = keyOf(on)
  const record = view.records.get(key)
  if (view.revealed.has(key) && record?.best !== 'right') return 'revealed'
  if (view.excused.has(key) && record?.best !== 'right' && record?.best !== 'follows') return 'excused'
  if (record) return record.best ?? 'received'
  return view.drafts.has(key) || view.waiting.has(key) ? 'working' : 'untouched'
}

/**
 * The text of a step's cells: as typed, else as last answered, else empty. Always `size` cells; where that is null, as many as
 * were chosen, and one at least.
 */
export function stepCells(view: DeskView, on: StepAddress, size: number | null): readonly string[] {
  const key = keyOf(on)
  const cells = view.drafts.get(key) ?? view.waiting.get(key) ?? view.records.get(key)?.cells ?? []
  if (size === null) return cells.length === 0 ? [''] : cells
  return cells.length === size ? cells : Array.from({ length: size }, (_, index) => cells[index] ?? '')
}

/** The states in which a step asks for nothing more. */
export const settledStates: readonly StepState[] = [
  'right',
  'follows',
  'answered',
  'received',
  'revealed',
  'excused',
]
