import { type Rational, rationals } from '@/lib/exact/rational'
import { movedId } from '../derivation/passes'
import type { Draft, Pass } from '../derivation/quantity'
import { changeDraft, entryRule } from '../derivation/rules'
import type { Descend, ExerciseNode, StateName } from '../exercise'
import { correction } from './direction'
import {
  foreseenRule,
  momentRule,
  normRule,
  pullRule,
  settledRule,
  squaresRule,
  steppedRule,
  velocityRule,
} from './rules'
import type { Direction, Pull, Shift } from './terms'

/** One round of a descent: what its ids begin with, and the passes before and after it. */
export interface DescentRound {
  readonly descend: Descend
  /** Counted from 1. */
  readonly nth: number
  /** `descend.step2` */
  readonly prefix: string
  /** The prefix of the round before; null in the first. */
  readonly earlier: string | null
  readonly before: Pass
  readonly after: Pass
}

/**
 * Names of the parameters that go on settled. Adam and RMSProp with an eps, and a norm, give each entry a denominator of its own, and
 * sums of such fractions are too long to be worked out.
 */
export function settledIn({ method, clip }: Descend, params: readonly ExerciseNode[]): ReadonlySet<string> {
  const divides = method.kind === 'adam' || method.kind === 'rmsprop'
  const isSettled = clip !== null || (divides && !rationals.isZero(method.eps.value))
  return new Set(isSettled ? params.map(({ name }) => name) : [])
}

/**
 * What a round computes from the gradients before it up to the new parameters, and the prediction, each after what it is computed
 * from. The forward pass comes after it.
 */
export function stepDrafts(round: DescentRound, params: readonly ExerciseNode[]): Draft[] {
  const { descend, prefix, before, after } = round
  const { rate, method, clip, decay } = descend
  const up = descend.word === 'ascend'
  const gradients = params.map(({ name }) => before.gradient(name))
  const drafts: Draft[] = []
  const norm = `${prefix} norm.g`
  if (clip !== null) {
    drafts.push({ id: norm, shape: [], rule: normRule(gradients), about: { kind: 'norm' } })
  }
  const shifts: Shift[] = []
  for (const { name, shape } of params) {
    const [from, raw] = [before.value(name), before.gradient(name)]
    const pulled = clip === null && decay === null ? raw : `${prefix} g.${name}`
    if (pulled !== raw) {
      const pull: Pull = {
        gradient: raw,
        from,
        clip: clip === null ? null : { norm, most: clip.value },
        decay: decay?.value ?? null,
        up,
      }
      drafts.push({ id: pulled, shape, rule: pullRule(pull), about: { kind: 'pulled', pull } })
    }
    const states = stateDrafts(round, name, shape, pulled)
    const direction = directionFor(round, name, pulled)
    const rule = steppedRule(rate, from, direction, up)
    const about = { kind: 'descended', from, direction, rate, up } as const
    const to = movedId(prefix, name)
    drafts.push(...states, { id: to, shape, rule, about })
    shifts.push({ gradient: raw, from, to })
  }
  const moved = shifts.map(({ to }) => to)
  for (const { name, shape } of params) {
    const [from, id] = [movedId(prefix, name), after.value(name)]
    if (id !== from) {
      drafts.push({ id, shape, rule: settledRule(from, moved), about: { kind: 'settled', from } })
    }
  }
  const predicted = { id: `${prefix}.predicted`, shape: [] } as const
  if (method.kind === 'plain' && clip === null && decay === null) {
    const about = { kind: 'predicted', gradients, amount: rate, nudge: null, up } as const
    return [{ ...predicted, rule: squaresRule(rate, gradients, up), about }, ...drafts]
  }
  return [...drafts, { ...predicted, rule: foreseenRule(shifts), about: { kind: 'foreseen', shifts, rate } }]
}

function stateDrafts(round: DescentRound, name: string, shape: Draft['shape'], gradient: string): Draft[] {
  const { method } = round.descend
  const state = (of: StateName) => `${round.prefix}.${of}.${name}`
  const before = (of: StateName) => (round.earlier === null ? null : `${round.earlier}.${of}.${name}`)
  const moment = (of: 'm' | 's', share: Rational): Draft => {
    const power = of === 'm' ? 1 : 2
    const known = before(of)
    const about = { kind: 'moment', of, gradient, before: known, share } as const
    return { id: state(of), shape, rule: momentRule(gradient, known, share, power), about }
  }
  switch (method.kind) {
    case 'plain':
      return []
    case 'momentum': {
      const [known, mu] = [before('v'), method.mu.value]
      const about = { kind: 'velocity', gradient, before: known, mu } as const
      return [{ id: state('v'), shape, rule: velocityRule(gradient, known, mu), about }]
    }
    case 'adam':
      return [moment('m', method.b1.value), moment('s', method.b2.value)]
    case 'rmsprop':
      return [moment('s', method.rho.value)]
  }
}

function directionFor(
  { descend: { method }, nth, prefix }: DescentRound,
  name: string,
  gradient: string,
): Direction {
  const state = (of: StateName) => `${prefix}.${of}.${name}`
  switch (method.kind) {
    case 'plain':
      return { kind: 'gradient', gradient }
    case 'momentum': {
      const { mu, nesterov } = method
      return { kind: 'velocity', gradient, velocity: state('v'), mu: mu.value, nesterov }
    }
    case 'adam': {
      const corrections = [correction(method.b1.value, nth), correction(method.b2.value, nth)] as const
      return { kind: 'adam', m: state('m'), s: state('s'), corrections, eps: method.eps.value }
    }
    case 'rmsprop':
      return { kind: 'rmsprop', gradient, s: state('s'), eps: method.eps.value }
  }
}

/** The new loss as a scalar, and the change; `oldLoss` is the id of the loss before. */
export function lossDrafts({ prefix, after }: DescentRound, loss: string, oldLoss: string): Draft[] {
  const now = `${prefix}.loss`
  return [
    { id: now, shape: [], rule: entryRule(after.value(loss)), about: { kind: 'entry' } },
    changeDraft(`${prefix}.actual`, now, oldLoss),
  ]
}
