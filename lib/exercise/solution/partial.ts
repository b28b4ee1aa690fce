import type { Shape, Tensor } from '@/lib/exact/tensor'
import { nodeOf } from '@/lib/network'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { placeAt } from '../entry'
import type { Target } from '../exercise'
import { stages } from './entries'
import { line, type WorkedLine } from './line'
import type { Shown, Working } from './working'
import type { Workshop } from './workshop'

/** A local slope: the entry as it is computed, then how it moves with the one entry. */
export function partialLines(
  shop: Workshop,
  target: Extract<Target, { kind: 'partial' }>,
  step: { readonly quantity: string; readonly name: Shown },
): WorkedLine[] {
  const { of, ofIndex, by, byIndex } = target
  const shapeOf = (node: string): Shape => nodeOf(shop.exercise.graph, node).shape
  const whole = shop.name(of).entry(shapeOf(of), placeAt(shapeOf(of), ofIndex))
  const moved = shop.name(by).entry(shapeOf(by), placeAt(shapeOf(by), byIndex))
  const forward = at(shop.worked(of), placeAt(shapeOf(of), ofIndex))
  const slope = at(shop.worked(step.quantity), placeAt(shapeOf(by), byIndex))
  if (slope === null) return []
  const first =
    forward === null
      ? []
      : [
          line(message('worked.how-computed', { entry: math(whole.text) }), [
            whole,
            ...stages(forward, shop.numerals, true),
          ]),
        ]
  const says = message('worked.held-still', { entry: math(moved.text) })
  return [...first, line(says, [step.name, ...stages(slope, shop.numerals, true)])]
}

function at(entries: Tensor<Working> | null, place: number): Working | null {
  return entries?.data[place] ?? null
}
