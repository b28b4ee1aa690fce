import { isPlain, nodeOf, spellExpr } from '@/lib/network'
import { type Mathematics, type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { derivationOf, quantityOf } from '../derivation/derive'
import { type Exercise, plansOf, type Target } from '../exercise'
import type { Key } from '../key'
import { sourceName, type Wire, wireId } from '../wire'
import { fitting, type Reason, room } from './reason'
import { type Use, usesOf, valueWords, wireUse } from './uses'
import { descentReasons } from './why-descent'

/**
 * Why a right answer to a step is right: one line about its rule. It holds no number of any quantity and no formula that
 * another step asks for ([G9], [G11]). Null where there is nothing to say.
 */
export function whyRight({ exercise }: Key, stepId: string): Message | null {
  const known = said.get(exercise) ?? new Map<string, Message | null>()
  said.set(exercise, known)
  const before = known.get(stepId)
  if (before !== undefined) return before
  const plan = plansOf(exercise).find(({ id }) => id === stepId)
  // A step that finds a mistake has no rule.
  const why = plan === undefined ? null : fitting(reasons(exercise, plan.target))
  known.set(stepId, why)
  return why
}

/** Worked out once a step, because every right answer of a class is told it. */
const said = new WeakMap<Exercise, Map<string, Message | null>>()

/** The reasons for a target, the most telling first. */
function reasons(exercise: Exercise, target: Target): Reason[] {
  switch (target.kind) {
    case 'value':
      return valueReasons(exercise, target.node)
    case 'gradient':
      return gradientReasons(exercise, target.node, target.index === null ? 'whole' : 'entry')
    case 'partial': {
      const [of, by] = [entry(target.of, target.ofIndex), entry(target.by, target.byIndex)]
      return [room.wide(message('why.partial', { of, by })), room.wide(message('why.partial-briefly'))]
    }
    case 'wire':
      return wireReasons(exercise, target.wire, true)
    case 'jacobian': {
      const said = { of: math(target.of), by: math(target.by) }
      return [room.wide(message('jacobians.why', said)), room.wide(message('jacobians.why-briefly'))]
    }
    case 'count':
      return [
        room.wide(
          target.node === null
            ? message('counts.why-params')
            : message('counts.why', { name: math(target.node) }),
        ),
      ]
    case 'shape': {
      if (target.of === 'gradient') return [room.wide(message('why.shape-of-gradient'))]
      const own = { name: math(target.node), source: sourceOf(exercise, target.node) }
      return [room.wide(message('why.shape', own)), room.wide(message('why.shape-briefly'))]
    }
    case 'nudge':
      return [
        room.wide(message(target.quantity === 'predicted' ? 'why.nudge-predicted' : 'why.nudge-actual')),
      ]
    case 'descend':
      return descentReasons(target)
    case 'update': {
      const { name, source } = target.line
      const rule = math(`${name} = ${source}`)
      return [room.wide(message('why.updated', { rule })), room.wide(message('why.updated-briefly'))]
    }
    default:
      return []
  }
}

export function valueReasons(exercise: Exercise, node: string): Reason[] {
  const { role } = nodeOf(exercise.graph, node)
  if (role === 'given' || role === 'param') return [room.wide(message('why.stated'))]
  const own = { name: math(node), source: sourceOf(exercise, node) }
  const clause = valueWords(exercise, node)
  return [
    ...(clause === null ? [] : [room.narrow(message('why.value-in-words', { ...own, clause }))]),
    room.wide(message('why.value', own)),
    room.wide(message('why.value-briefly')),
  ]
}

/**
 * `asked` is what the student was asked for. Then no number is said, nor anything that another step asks for. It is
 * null in a solution, which says everything.
 */
export function gradientReasons(exercise: Exercise, node: string, asked: 'whole' | 'entry' | null): Reason[] {
  const id = `dL/d${node}`
  const { about } = quantityOf(derivationOf(exercise), id)
  if (about.kind !== 'gradient') {
    return [room.wide(message(exercise.upstream === null ? 'why.loss-itself' : 'why.gradient-stated'))]
  }
  const name = math(node)
  const uses = usesOf(exercise, about)
  if (uses.length === 0) return [room.wide(message('why.independent', { name }))]
  const plans = plansOf(exercise)
  const hidden =
    asked !== null && plans.some(plan => plan.id === `formula ${id}` || (asked === 'entry' && plan.id === id))
  if (uses.length === 1) return uses.flatMap(use => reasonsOfUse(exercise, id, use, asked !== null, hidden))
  const wires = about.wires?.length ?? 0
  if (wires > 0 && wires === uses.length) {
    return [room.wide(message('circuits.why-sum', { name, wires })), room.wide(message('why.uses-briefly'))]
  }
  const users = [...new Set(uses.map(({ consumer }) => consumer.name))]
  const through = users.length < uses.length ? null : users.map(math)
  return [
    room.wide(message('why.uses', { name, uses: uses.length, through })),
    room.wide(message('why.uses-briefly')),
  ]
}

/** `guarded`: nothing is said that another step asks for. */
export function wireReasons(exercise: Exercise, wire: Wire, guarded: boolean): Reason[] {
  const use = wireUse(exercise, wire)
  if (use === null) return [room.wide(message('why.independent', { name: math(sourceName(wire)) }))]
  return reasonsOfUse(exercise, wireId(wire), use, guarded, false)
}

function reasonsOfUse(exercise: Exercise, id: string, use: Use, guarded: boolean, hidden: boolean): Reason[] {
  const { consumer, unchanged } = use
  const clause = guarded && !use.wordsArePlain ? null : use.words
  const formula =
    use.formula !== null && (!guarded || isPlain(use.formula)) ? math(spellExpr(use.formula)) : null
  const gradient = math(id)
  const link = { node: math(consumer.name), source: sourceOf(exercise, consumer.name) }
  const chain = [
    room.wide(message('why.chain', link)),
    room.wide(message('why.chain-briefly', { node: link.node })),
    room.wide(message('why.chain-alone')),
  ]
  if (hidden) return chain
  if (unchanged && formula !== null) {
    return [
      room.narrow(message('why.only-added', { gradient, formula, ...link })),
      room.wide(message('why.unchanged', { gradient, formula })),
    ]
  }
  const rule = formula === null ? null : { gradient, formula }
  return [
    ...(rule && clause ? [room.narrow(message('why.rule-in-words', { ...rule, clause }))] : []),
    ...(clause ? [room.narrow(message('why.words', { gradient, clause }))] : []),
    ...(rule
      ? [room.wide(message('why.rule-since', { ...rule, ...link })), room.wide(message('why.rule', rule))]
      : []),
    ...chain,
  ]
}

function sourceOf(exercise: Exercise, name: string): Mathematics {
  return math(nodeOf(exercise.everyNode, name).source)
}

function entry(name: string, index: readonly number[] | null): Mathematics {
  return math(index === null ? name : `${name}[${index.join(',')}]`)
}
