import {
  brackets,
  entryMathml,
  indexMathml,
  mo,
  mrow,
  msub,
  msup,
  nameMathml,
  partialMathml,
  wireMathml,
} from '@/lib/exact/mathml'
import { indexOf, type Shape } from '@/lib/exact/tensor'
import type { Exercise } from '../exercise'
import type { Shown } from './working'

/** The name of a quantity, as text and typeset, and of its entries by their places. */
export interface Named extends Shown {
  entry(shape: Shape, place: number): Shown
}

/**
 * A quantity's name. After a nudge or a step of descent it carries a dash, after the second step two: `W1'`, `dL/dz''`.
 */
export function nameOf({ loss }: Exercise, id: string): Named {
  const moved = /^([\w.]+) (.+)$/.exec(id) ?? /^((?:de|a)scend\d*(?:\.step\d+)?)\.(loss|[vms]\..+)$/.exec(id)
  const [, prefix, own = id] = moved ?? []
  const name = own === 'loss' && !id.includes(' ') ? (loss ?? 'L') : own === 'norm.g' ? 'norm' : keptFor(own)
  const dashes = "'".repeat(prefix === undefined ? 0 : roundOf(prefix))
  const node = name.startsWith('dL/d') ? name.slice(4) : null
  const wire = wireOf(name)
  const typeset = (index: readonly number[]): string => {
    if (wire !== null) return wireMathml(loss ?? 'L', wire.node, wire.index, wire.nth)
    if (dashes === '') {
      return node === null ? entryMathml(name, index) : partialMathml(loss ?? 'L', node, [], index)
    }
    const whole = node === null ? nameMathml(name) : brackets(partialMathml(loss ?? 'L', node))
    const dashed = msup(mrow(whole), mo('′'.repeat(dashes.length)))
    return index.length === 0 ? dashed : msub(brackets(dashed), indexMathml(index))
  }
  return {
    text: name + dashes,
    mathml: typeset([]),
    entry: (shape, place) => {
      const index = indexAt(shape, place)
      const suffix = index.length === 0 ? '' : `[${index.join(',')}]`
      return { text: `${name}${dashes}${suffix}`, mathml: typeset(index) }
    },
  }
}

/** `v_W` of `v.W`, which a method keeps for a parameter, and `g_W` of its gradient once it is clipped or decayed. */
function keptFor(own: string): string {
  return /^[vmsg]\./.test(own) ? own.replace('.', '_') : own.replace(/^~/, '')
}

/** What stands in `dL/dy.1` and `dL/dw[2].1`; null of other names. */
function wireOf(name: string): { node: string; index: readonly number[]; nth: number } | null {
  const [, node, index = '', nth] = /^dL\/d([^.[]+)(?:\[([\d,]+)\])?\.(\d+)$/.exec(name) ?? []
  if (node === undefined || nth === undefined) return null
  return { node, index: index === '' ? [] : index.split(',').map(Number), nth: Number(nth) }
}

/** 2 of `descend.step2`; 1 of a nudge and of the first step. */
function roundOf(prefix: string): number {
  return Number(/\.step(\d+)$/.exec(prefix)?.[1] ?? 1)
}

/** The index of an entry, counted from 1. */
export function indexAt(shape: Shape, place: number): number[] {
  return indexOf(shape, place).map(i => i + 1)
}
