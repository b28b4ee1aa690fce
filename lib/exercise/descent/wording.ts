import { mi, mn, mo, mrow, msub, msup, nameMathml } from '@/lib/exact/mathml'
import { type Rational, rationals, shortest } from '@/lib/exact/rational'
import type { Method } from '@/lib/language/syntax/descent'
import { type Mathematics, type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { multiples } from '../amount'
import type { StateName, Target } from '../exercise'
import type { Word, Wording } from '../worded'

type DescentTarget = Extract<Target, { kind: 'descend' }>

export function descendWording(target: DescentTarget, loss: string, word: Word): Wording {
  const { descend, nth, round, quantity } = target
  const up = descend.word === 'ascend'
  const which = { round: descend.rounds === 1 ? null : round }
  const start = round === 1 ? [] : [message('step-remarks.start-after', { round: round - 1 })]
  const raised = (base: string): string =>
    msup(base, mrow(mo('('), descend.rounds === 1 ? word('step-marks.new') : mn(String(round)), mo(')')))
  const name = message(up ? 'step-titles.ascent' : 'step-titles.descent', { nth, round })
  if (typeof quantity !== 'string') {
    const { param, state } = quantity
    const own = state === null ? nameMathml(param) : msub(mi(state), nameMathml(param))
    const title = (called: string | Mathematics): Message =>
      state === null
        ? message(up ? 'step-titles.param-after-ascent' : 'step-titles.param-after-descent', {
            param: called,
            ...which,
          })
        : message('step-titles.state-after', { state, param: called, up, ...which })
    const phrase = title(math(param))
    return {
      mathml: raised(own),
      title: title(param),
      remarks: [...remarksOnStep(target, param, state), ...start],
      name: phrase,
      node: null,
      phrase,
      family: {
        name,
        member: 'param',
        called: message('step-titles.param', { param: state === null ? param : `${state} of ${param}` }),
        mathml: own,
      },
    }
  }
  const before = round === 1 ? null : round - 1
  const remarks = {
    predicted: [predictedRemark(target), ...start],
    loss: [message('step-remarks.loss-of-descent')],
    actual: [message('step-remarks.actual-descent', { loss: math(loss), before })],
  }
  const mathml = {
    predicted: mrow(mo('Δ'), msub(nameMathml(loss), word('step-marks.predicted'))),
    loss: raised(nameMathml(loss)),
    actual: mrow(mo('Δ'), msub(nameMathml(loss), word('step-marks.actual'))),
  }
  const change = up ? 'step-titles.change-by-ascent' : 'step-titles.change-by-descent'
  const title = {
    predicted: message(change, { quantity: 'predicted', ...which }),
    loss: message(up ? 'step-titles.loss-after-ascent' : 'step-titles.loss-after-descent', which),
    actual: message(change, { quantity: 'actual', ...which }),
  }
  const family =
    quantity === 'loss'
      ? { called: message('step-titles.loss'), mathml: nameMathml(loss) }
      : { called: message('step-titles.change', { quantity }), mathml: null }
  return {
    mathml: mathml[quantity],
    title: title[quantity],
    name: title[quantity],
    remarks: remarks[quantity],
    node: null,
    phrase: title[quantity],
    family: { name, member: quantity, ...family },
  }
}

function predictedRemark({ descend }: DescentTarget): Message {
  const { word, method, clip, decay } = descend
  const rate = multiples(descend.rate)(1)
  const pulled = clip !== null || decay !== null
  if (method.kind !== 'plain' || pulled) return message('step-remarks.predict-by-steps', { pulled })
  return message(word === 'ascend' ? 'step-remarks.predict-ascent' : 'step-remarks.predict-descent', { rate })
}

/** What becomes of the gradient, where the method sees it next, and what is done with it. */
function remarksOnStep(target: DescentTarget, param: string, state: StateName | null): Message[] {
  const { method, clip, decay, word } = target.descend
  const up = word === 'ascend'
  const seesGradient = state !== null || method.kind === 'plain' || method.kind === 'rmsprop'
  const isNesterov = method.kind === 'momentum' && method.nesterov
  const pulled = !(seesGradient || isNesterov)
    ? []
    : [
        ...(clip === null ? [] : [message('step-remarks.clip', { most: math(shortest(clip.value)) })]),
        ...(decay === null
          ? []
          : [message('step-remarks.decay', { share: math(shortest(decay.value)), param: math(param), up })]),
      ]
  return [...pulled, ...(state === null ? paramRemarks(target) : [stateRemark(target, state)])]
}

function stateRemark({ descend: { method } }: DescentTarget, state: StateName): Message {
  if (state === 'v') return message('step-remarks.velocity', { mu: math(shortest(keptOf(method, state))) })
  const share = keptOf(method, state)
  const rest = rationals.sub(rationals.one, share)
  return message('step-remarks.moment', { state, share: math(shortest(share)), rest: math(shortest(rest)) })
}

/** The share of what was gathered before that is kept. */
function keptOf(method: Method, state: StateName): Rational {
  switch (method.kind) {
    case 'plain':
      return rationals.zero
    case 'momentum':
      return method.mu.value
    case 'adam':
      return state === 'm' ? method.b1.value : method.b2.value
    case 'rmsprop':
      return method.rho.value
  }
}

function paramRemarks({ descend, round }: DescentTarget): Message[] {
  const { method, word } = descend
  const up = word === 'ascend'
  const rate = multiples(descend.rate)(1)
  if (method.kind === 'plain') {
    return [message(up ? 'step-remarks.add-gradient' : 'step-remarks.subtract-gradient', { rate })]
  }
  if (method.kind === 'momentum') {
    const mu = shortest(method.mu.value)
    const way = math(method.nesterov ? `(g + ${mu} * v)` : 'v')
    return [message('step-remarks.step-of-velocity', { rate, way, nesterov: method.nesterov, up })]
  }
  const { eps } = method
  const isBare = rationals.isZero(eps.value)
  const plus = isBare ? '' : ` + ${eps.text}`
  const over = (top: string, below: string) =>
    math(isBare ? `${top}/sqrt(${below})` : `${top}/(sqrt(${below})${plus})`)
  const way =
    method.kind === 'rmsprop'
      ? over('g', 's')
      : over(
          `(m/(1 - ${powerOf(shortest(method.b1.value), round)}))`,
          `s/(1 - ${powerOf(shortest(method.b2.value), round)})`,
        )
  return [
    message('step-remarks.step-of-moments', { rate, way, gradient: method.kind === 'rmsprop', up }),
    ...(isBare ? [message('step-remarks.zero-stays')] : []),
  ]
}

function powerOf(share: string, round: number): string {
  const base = share.includes('/') ? `(${share})` : share
  return round === 1 ? base : `${base}^${round}`
}
