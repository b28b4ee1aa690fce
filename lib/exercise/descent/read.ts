import { atomField, isElement } from '@/lib/exact/atoms'
import { withinBudget } from '@/lib/exact/budget'
import { type ChalkFault, faultAt, unexpected } from '@/lib/language/fault'
import type { Place } from '@/lib/language/place'
import { startOf } from '@/lib/language/syntax/phrase'
import type { Statement } from '@/lib/language/syntax/statement'
import { type Expr, evaluateExpr } from '@/lib/network'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { sizesOnlyIn } from '../count'
import type { Descend } from '../exercise'
import type { Network } from '../network'
import { resolve } from '../resolve'

type Change = Extract<Statement, { kind: 'nudge' | 'descend' }>
type Descent = Extract<Change, { kind: 'descend' }>

export function descentOf({ word, method, clip, decay, rounds, place }: Descent, rate: Expr): Descend {
  return { word, rate, method, clip, decay, rounds, place }
}

/** The EPS of a nudge or the ETA of a descent; null where something is missing or wrong. */
export function readAmount(statement: Change, network: Network, errors: ChalkFault[]): Expr | null {
  const { kind, place, phrase } = statement
  const fail = (message: Message, at: Place = place): null => {
    errors.push(faultAt(at, message))
    return null
  }
  const change = kind === 'nudge' ? kind : statement.word
  if (network.upstream !== null) return fail(message('targets.change-of-upstream', { change }))
  if (!network.seeded) return fail(message('targets.change-without-loss', { change }))
  if (!network.hasParams) return fail(message('targets.change-without-param', { change }))
  const sized = sizesOnlyIn(network, network.loss)
  if (sized !== null) return fail(message('counts.no-change-of-sizes', { name: math(sized), change }))
  const resolved = resolve(phrase, network.bare)
  if (!resolved.ok) {
    if (resolved.error !== null) errors.push(resolved.error)
    return null
  }
  if (resolved.shape.length > 0) {
    const found = message('found.tensor', { shape: resolved.shape })
    const wanted = message(kind === 'nudge' ? 'expected.number-to-add' : 'expected.learning-rate')
    return fail(unexpected(found, wanted), startOf(phrase))
  }
  const outside = kind === 'descend' && takesRatesAbove0(statement) && !isAbove0(resolved.expr, network)
  if (outside) return fail(message('syntax.rate-not-positive'), startOf(phrase))
  return resolved.expr
}

/** A plain `descend` has always taken any rate, and goes uphill with one below 0. */
function takesRatesAbove0({ word, method, clip, decay }: Descent): boolean {
  return word === 'ascend' || method.kind !== 'plain' || clip !== null || decay !== null
}

/** False too where it has no value or is no plain number: nobody writes such a rate. */
function isAbove0(expr: Expr, { bare: { budget } }: Network): boolean {
  const run = withinBudget(() => evaluateExpr(expr, atomField(budget), new Map(), budget))
  const value = run.ok && run.value.ok ? run.value.value.data[0] : undefined
  return value !== undefined && !isElement(value) && value.n > 0n
}
