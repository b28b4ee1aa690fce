import type { DeskSnapshot, StepHints } from '@/lib/protocol/desk'
import type { DeskPacing } from '@/lib/protocol/pacing'
import type { Hand } from '@/lib/protocol/presence'
import type { ClassProgress } from '@/lib/protocol/progress'
import type { Receipt } from '@/lib/protocol/receipt'
import type { Refusal, Reply } from '@/lib/protocol/replies'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { DeskTalk } from '@/lib/protocol/talk'
import type { StepVerdict } from '@/lib/protocol/verdict'
import type { DeskView, Judged } from './desk-view'
import { without } from './without'

type Answer = StepAddress & { readonly cells: readonly string[] }

/** What a desk hears: from the server, from its own connection, and from this browser. */
export type DeskNews =
  | { readonly what: 'desk'; readonly desk: DeskSnapshot }
  | { readonly what: 'record'; readonly record: StepRecord }
  | { readonly what: 'pacing'; readonly pacing: DeskPacing }
  | { readonly what: 'hints'; readonly hints: StepHints }
  | { readonly what: 'hand'; readonly hand: Hand }
  | { readonly what: 'progress'; readonly progress: ClassProgress }
  | { readonly what: 'talk'; readonly talk: DeskTalk }
  /** An answer of this browser was acknowledged, or refused for good. */
  | { readonly what: 'delivered'; readonly answer: Answer; readonly reply: Reply<Receipt> }
  /** The desk was entered; answers and news go through. */
  | { readonly what: 'connected' }
  | { readonly what: 'lost' }
  /** `at` is the time of the next try on the clock of `performance.now()`. */
  | { readonly what: 'retrying'; readonly at: number | null }
  | { readonly what: 'ended'; readonly refusal: Refusal }
  /** This page cannot read what the server says. */
  | { readonly what: 'unreadable' }
  /** A step is typed at, or checked: why an answer to it was refused is no longer of interest. */
  | { readonly what: 'touched'; readonly step: string }
  | { readonly what: 'kept'; readonly kept: Kept }

/** What this browser keeps: texts that are typed, and answers on their way. */
export type Kept = Pick<DeskView, 'drafts' | 'waiting' | 'answersWaiting' | 'durable'>

/** The desk after it heard something; `now` is on the clock of `performance.now()`. */
export function deskAfter(view: DeskView, news: DeskNews, now: number): DeskView {
  switch (news.what) {
    case 'desk':
      return withDesk(view, news.desk, now)
    case 'record':
      return withRecord(view, news.record)
    case 'pacing':
      return withPacing(view, news.pacing, now)
    case 'hints':
      return { ...view, hints: new Map(view.hints).set(keyOf(news.hints), news.hints) }
    case 'hand':
      return { ...view, hand: news.hand.up }
    case 'progress':
      return { ...view, classShare: news.progress.share }
    case 'talk':
      return { ...view, talk: news.talk }
    case 'delivered':
      return withDelivered(view, news.answer, news.reply)
    case 'connected':
      return { ...view, connected: true }
    case 'lost':
      return { ...view, connected: false }
    case 'retrying':
      return { ...view, retryAt: news.at }
    case 'ended': {
      const { code, message } = news.refusal
      const why = code === 'outdated' ? { outdated: true } : { phase: 'ended' as const, ended: message }
      return { ...view, connected: false, ...why }
    }
    case 'unreadable':
      return { ...view, outdated: true }
    case 'touched':
      return view.told.has(news.step) ? { ...view, told: without(view.told, news.step) } : view
    case 'kept':
      return { ...view, ...news.kept }
  }
}

function withDesk(view: DeskView, desk: DeskSnapshot, now: number): DeskView {
  const records = new Map<string, StepRecord>(desk.records.map(record => [keyOf(record), record]))
  const judged = new Map(view.judged)
  // An answer that no longer counts (to other numbers, to a step taken back) takes its marks along.
  for (const key of view.records.keys()) if (!records.has(key)) judged.delete(key)
  for (const [key, record] of records) {
    const known = view.records.get(key)
    if (known?.id !== record.id || known.result === null || record.result === null) judge(judged, key, record)
  }
  const opened: DeskView = {
    ...view,
    phase: 'open',
    ended: null,
    desk,
    records,
    judged,
    hints: new Map(desk.hints.map(hints => [keyOf(hints), hints])),
    revealed: new Map(desk.revealed.map(step => [keyOf(step), step.cells])),
    excused: new Set((desk.excused ?? []).map(keyOf)),
    hand: desk.hand,
    talk: desk.talk,
  }
  return withPacing(opened, desk.pacing, now)
}

function withPacing(view: DeskView, pacing: DeskPacing, now: number): DeskView {
  return { ...view, pacing, endsAt: pacing.countdown && now + pacing.countdown.remainingMs }
}

function withRecord(view: DeskView, record: StepRecord): DeskView {
  const key = keyOf(record)
  // An answer sent by two tabs may be acknowledged once more after a later one.
  if ((view.records.get(key)?.attempt ?? 0) > record.attempt) return view
  const judged = new Map(view.judged)
  judge(judged, key, record)
  return { ...view, records: new Map(view.records).set(key, record), judged }
}

function withDelivered(view: DeskView, answer: Answer, reply: Reply<Receipt>): DeskView {
  const key = keyOf(answer)
  if (!reply.ok) return { ...view, told: new Map(view.told).set(key, reply.message) }
  const { record, result } = reply
  const after = record ? withRecord(view, record) : view
  const newest = after.records.get(key)
  if (record && newest && newest.attempt > record.attempt) return after
  const serial = (after.lastCheck?.serial ?? 0) + 1
  const judged = new Map(after.judged)
  judge(judged, key, { cells: answer.cells, result })
  return { ...after, judged, lastCheck: { serial, key, result } }
}

/** Notes the verdict on a text. Where the verdict is held back, the older one is removed too. */
function judge(
  judged: Map<string, Judged>,
  key: string,
  { cells, result }: { cells: readonly string[]; result: StepVerdict | null },
): void {
  if (result === null) judged.delete(key)
  else judged.set(key, { cells, result })
}
