import { nest, sizeOf, tensorOf } from '@/lib/exact/tensor'
import { isTensorStep, type Key, type Target } from '@/lib/exercise'
import type { Plain } from '@/lib/language/syntax/plain'
import { gradientOf } from './backward'
import { checkLine } from './checks'
import type { Names } from './names'
import { listed } from './numbers'
import { type Writing, written } from './write'

type Nudging = Extract<Target, { kind: 'nudge' }>
type Descending = Extract<Target, { kind: 'descend' }>
type Descend = Descending['descend']

export interface Moving {
  readonly key: Key
  readonly names: Names
  readonly writing: Writing
  readonly params: readonly { readonly name: string; readonly shape: readonly number[] }[]
  readonly loss: string
}

/** The plans of an exercise that this says something about. */
interface Planned<T extends Target> {
  readonly id: string
  readonly target: T
}

/** The parameters after every one of them was moved a little, and what that did to the loss. */
export function nudgeLines(moving: Moving, plans: readonly Planned<Nudging>[]): string[] {
  const [first] = plans
  if (first === undefined) return []
  const { params, writing } = moving
  const { nudge } = first.target
  const moved = params.map(({ name }) => writing.name(`${name}_new`))
  let count = 0
  const lines = params.map(({ name, shape }, nth) => {
    const counted = tensorOf(
      shape,
      Array.from({ length: sizeOf(shape) }, () => String(++count)),
    )
    const times = nudge.rising ? ` * array(${listed(nest(counted))})` : ''
    return `${moved[nth]} = ${writing.name(name)} + nudge${times}`
  })
  const now = params.map(({ name }) => writing.name(name))
  const gradients = params.map(({ name }) => writing.name(gradientOf(name)))
  return [
    `nudge = ${written(nudge.amount, writing)}`,
    ...lines,
    `predicted = ${foretold(gradients, now, moved)}`,
    `actual = loss_at(${moved.join(', ')}) - ${lossNow(moving)}`,
    '',
    ...plans.flatMap(({ id, target }) => answered(moving, id, target.quantity)),
  ]
}

/** The steps of a descent, one after the other. */
export function descentLines(moving: Moving, plans: readonly Planned<Descending>[]): string[] {
  const [first] = plans
  if (first === undefined) return []
  const { params, writing } = moving
  const { descend } = first.target
  const lines = [`rate = ${written(descend.rate, writing)}`]
  for (let round = 1; round <= descend.rounds; round += 1) {
    const at = (id: string, step: number) =>
      step === 0 ? writing.name(id) : writing.name(`${id}_after_${step}`)
    const now = params.map(({ name }) => at(name, round - 1))
    const gradients = params.map(({ name }) => at(gradientOf(name), round - 1))
    const loss = (step: number) =>
      step === 0 ? lossNow(moving) : writing.name(`${moving.loss}_after_${step}`)
    if (round > 1) {
      lines.push(
        '',
        `${gradients.join(', ')}${gradients.length === 1 ? ',' : ''} = gradients_at(${now.join(', ')})`,
      )
    }
    const pulled = pulledLines(descend, gradients, now, writing)
    lines.push(...pulled.lines)
    const after = params.map(({ name }) => at(name, round))
    for (const [nth, { name }] of params.entries()) {
      const way = direction(descend, pulled.gradients[nth] ?? '', name, round, writing)
      const sign = descend.word === 'ascend' ? '+' : '-'
      lines.push(...way.lines, `${after[nth]} = ${now[nth]} ${sign} rate * ${way.text}`)
    }
    lines.push(
      `predicted = ${foretold(gradients, now, after)}`,
      `${loss(round)} = loss_at(${after.join(', ')})`,
      `actual = ${loss(round)} - ${loss(round - 1)}`,
      '',
      ...plans
        .filter(({ target }) => target.round === round)
        .flatMap(({ id, target: { quantity } }) => answered(moving, id, mine(quantity, round, at, loss))),
    )
  }
  return lines
}

/** What a step of a descent asks for, by its name in the notebook. */
function mine(
  quantity: Descending['quantity'],
  round: number,
  at: (id: string, step: number) => string,
  loss: (step: number) => string,
): string {
  if (quantity === 'predicted' || quantity === 'actual') return quantity
  if (quantity === 'loss') return loss(round)
  return at(quantity.state === null ? quantity.param : `${quantity.state}_${quantity.param}`, round)
}

/** The gradients as the method sees them: clipped together, and with the decay. */
function pulledLines(
  { clip, decay, word }: Descend,
  gradients: readonly string[],
  now: readonly string[],
  writing: Writing,
): { readonly lines: readonly string[]; readonly gradients: readonly string[] } {
  const lines: string[] = []
  let pulled = [...gradients]
  if (clip !== null) {
    const [norm, share] = [writing.name('norm'), writing.name('share')]
    const squares = gradients.map(g => `(${g} ** 2).sum()`).join(' + ')
    lines.push(`${norm} = (${squares}) ** 0.5`, `${share} = min(1, ${clip.text} / float(${norm}))`)
    pulled = pulled.map(g => `${share} * ${g}`)
  }
  if (decay !== null) {
    const sign = word === 'ascend' ? '-' : '+'
    pulled = pulled.map((g, nth) => `(${g} ${sign} ${decay.text} * ${now[nth]})`)
  }
  return { lines, gradients: pulled }
}

/** What the rate is multiplied by (Sutskever et al. 2013; Kingma and Ba 2015; Hinton's lecture 6e). */
function direction(
  { method }: Descend,
  gradient: string,
  param: string,
  round: number,
  writing: Writing,
): { readonly lines: readonly string[]; readonly text: string } {
  const kept = (state: string, step: number): string => writing.name(`${state}_${param}_after_${step}`)
  const before = (state: string, share: string): string =>
    round === 1 ? '' : `${share} * ${kept(state, round - 1)} + `
  const moment = (state: string, share: string, squared: string): string =>
    `${kept(state, round)} = ${before(state, share)}(1 - ${share}) * ${gradient}${squared}`
  switch (method.kind) {
    case 'plain':
      return { lines: [], text: gradient }
    case 'momentum': {
      const v = kept('v', round)
      const text = method.nesterov ? `(${gradient} + ${method.mu.text} * ${v})` : v
      return { lines: [`${v} = ${before('v', method.mu.text)}${gradient}`], text }
    }
    case 'adam': {
      const [b1, b2] = [method.b1.text, method.b2.text]
      const corrected = (state: string, share: string): string =>
        `(${kept(state, round)} / (1 - ${share} ** ${round}))`
      return {
        lines: [moment('m', bracketed(b1), ''), moment('s', bracketed(b2), ' ** 2')],
        text: `${corrected('m', bracketed(b1))} / ${root(corrected('s', bracketed(b2)), method.eps)}`,
      }
    }
    case 'rmsprop':
      return {
        lines: [moment('s', bracketed(method.rho.text), ' ** 2')],
        text: `${gradient} / ${root(kept('s', round), method.eps)}`,
      }
  }
}

const root = (moment: string, { value, text }: Plain): string =>
  value.n === 0n ? `${moment} ** 0.5` : `(${moment} ** 0.5 + ${text})`

const bracketed = (text: string): string => (/^[\w.]+$/.test(text) ? text : `(${text})`)

/** Each gradient times the move of its parameter, all added up. */
function foretold(gradients: readonly string[], from: readonly string[], to: readonly string[]): string {
  return gradients.map((g, nth) => `(${g} * (${to[nth]} - ${from[nth]})).sum()`).join(' + ')
}

function lossNow({ loss, writing, key }: Moving): string {
  const { shape = [] } = key.values.get(loss) ?? {}
  const name = writing.name(loss)
  return shape.length === 0 ? name : `${name}.sum()`
}

function answered({ key, names }: Moving, id: string, value: string): string[] {
  const step = key.steps.find(step => step.id === id)
  return step !== undefined && isTensorStep(step) ? [checkLine(id, value, step.answer, names)] : []
}

/** The functions that a move calls: the loss, and where a descent goes on its gradients, at other values of the parameters. */
export function lossFunctions(
  moving: Moving,
  { forward, backward }: { readonly forward: readonly string[]; readonly backward: readonly string[] | null },
): string[] {
  const { params, writing } = moving
  const names = params.map(({ name }) => writing.name(name)).join(', ')
  const indented = (lines: readonly string[]) => lines.map(line => `    ${line}`)
  const gradients = params.map(({ name }) => writing.name(gradientOf(name)))
  const loss = lossNow(moving)
  const own = [`def loss_at(${names}):`, ...indented(forward), `    return ${loss}`]
  if (backward === null) return own
  const all = gradients.length === 1 ? `(${gradients[0]},)` : gradients.join(', ')
  return [
    ...own,
    '',
    `def gradients_at(${names}):`,
    ...indented([...forward, ...backward]),
    `    return ${all}`,
  ]
}
