import { main, movedPass, movingWith, roundPrefix } from './derivation/passes'
import type { Draft, Pass } from './derivation/quantity'
import { changeDraft } from './derivation/rules'
import { lossDrafts, settledIn, stepDrafts } from './descent/round'
import { type Descend, type Exercise, type Nudge, paramsOf, type Target, type Update } from './exercise'
import { nudgeDrafts } from './nudge'
import { updateDrafts, updatedIn, usesGradients } from './update/round'

/** A step about values that are moved from those of the file. */
export type Moving = Extract<Target, { kind: 'nudge' | 'descend' | 'update' }>

/**
 * One round of a statement that moves values: what is computed in it, in this order. The derivation lists it, and the key
 * computes it.
 */
export interface Round {
  /** Counted from 1. */
  readonly nth: number
  /** Names of the params and givens that are moved. */
  readonly moved: readonly string[]
  /** Names of the nodes that change with them, themselves included. */
  readonly moving: ReadonlySet<string>
  readonly after: Pass
  /** From the pass before it up to the new values. */
  readonly drafts: readonly Draft[]
  /** Whether the forward pass runs on the new values. */
  readonly forward: boolean
  /** What is computed from the new loss. */
  readonly ends: readonly Draft[]
  /** Whether the backward pass runs, for the next round. */
  readonly backward: boolean
}

export function isMoving(target: Target): target is Moving {
  return target.kind === 'nudge' || target.kind === 'descend' || target.kind === 'update'
}

/** The statement of a step; several steps ask about one. */
export function statementOf(target: Moving): Nudge | Descend | Update {
  switch (target.kind) {
    case 'nudge':
      return target.nudge
    case 'descend':
      return target.descend
    case 'update':
      return target.update
  }
}

/** The rounds of a statement, whose ids begin with `start`. There is none where a loss is needed and the file has none. */
export function roundsOf(exercise: Exercise, target: Moving, start: string): Iterable<Round> {
  switch (target.kind) {
    case 'nudge':
      return nudgeRound(exercise, target.nudge, start)
    case 'descend':
      return descentRounds(exercise, target.descend, start)
    case 'update':
      return updateRounds(exercise, target.update, start)
  }
}

function* nudgeRound({ graph, loss }: Exercise, nudge: Nudge, prefix: string): Generator<Round> {
  if (loss === null) return
  const params = paramsOf(graph)
  const moved = params.map(({ name }) => name)
  const moving = movingWith(graph, moved)
  const after = movedPass(prefix, main, moving)
  const drafts = nudgeDrafts(nudge, prefix, params, after)
  const ends = [changeDraft(`${prefix}.actual`, after.value(loss), main.value(loss))]
  yield { nth: 1, moved, moving, after, drafts, forward: true, ends, backward: false }
}

function* descentRounds({ graph, loss }: Exercise, descend: Descend, start: string): Generator<Round> {
  if (loss === null) return
  const params = paramsOf(graph)
  const moved = params.map(({ name }) => name)
  const moving = movingWith(graph, moved)
  const settled = settledIn(descend, params)
  let before = main
  let [earlier, oldLoss]: [string | null, string] = [null, main.value(loss)]
  for (let nth = 1; nth <= descend.rounds; nth += 1) {
    const prefix = roundPrefix(start, nth)
    const after = movedPass(prefix, before, moving, settled)
    const round = { descend, nth, prefix, earlier, before, after }
    const drafts = stepDrafts(round, params)
    const ends = lossDrafts(round, loss, oldLoss)
    yield { nth, moved, moving, after, drafts, forward: true, ends, backward: nth < descend.rounds }
    before = after
    earlier = prefix
    oldLoss = `${prefix}.loss`
  }
}

function* updateRounds({ graph }: Exercise, update: Update, start: string): Generator<Round> {
  const moved = updatedIn(update)
  const moving = movingWith(graph, moved)
  let before = main
  for (let nth = 1; nth <= update.rounds; nth += 1) {
    const after = movedPass(roundPrefix(start, nth), before, moving)
    const goesOn = nth < update.rounds && usesGradients(update)
    const drafts = updateDrafts(update, before, after)
    yield { nth, moved, moving, after, drafts, forward: goesOn, ends: [], backward: goesOn }
    before = after
  }
}
