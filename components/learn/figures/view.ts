import { captionMathml } from '@/components/desk/picture/caption'
import type { Drawing, DrawnBox } from '@/components/desk/picture/drawing'
import type { Fill } from '@/components/desk/picture/fill'
import { drawExercise } from '@/components/desk/picture/layout'
import { offWords } from '@/components/desk/picture/off'
import { partialMathml } from '@/lib/exact/mathml'
import type { FigureKnob, FigureNumbers, FigureStep, NetworkFigure } from '@/lib/protocol/figure'
import type { KnobWords } from './knob'

/** A network's figure made ready to be shown: drawn, its names typeset, and its sentences said. Plain data. */
export interface NetworkView {
  readonly kind: NetworkFigure['kind']
  readonly drawing: Drawing
  /** What stands above each box, by its id. */
  readonly captions: Readonly<Record<string, string>>
  /** Names and gradients, typeset: `z`, `dL/dz`. */
  readonly names: Readonly<Record<string, string>>
  readonly shapes: Readonly<Record<string, readonly number[]>>
  readonly loss: string
  readonly knob: FigureKnob | null
  readonly still: FigureNumbers
  readonly moving: readonly FigureNumbers[]
  /** At each position, what is said below a box about neurons that are off. */
  readonly off: readonly Readonly<Record<string, string>>[]
  readonly back: readonly FigureStep[]
  readonly masks: readonly string[]
  readonly words: FigureWords
}

/** What a figure of a network says. */
export interface FigureWords {
  readonly picture: string
  readonly knob: KnobWords
  readonly quantity: string
  readonly value: string
  readonly gradient: string
  readonly mask: string
  /** How far each step is: `Step 2 of 7`. */
  readonly steps: readonly string[]
  readonly all: string
  readonly before: string
  readonly next: string
  readonly arrived: string
  readonly slope: string
  readonly handed: string
  readonly share: string
}

export function networkView(figure: NetworkFigure, words: FigureWords): NetworkView {
  const { kind, network, loss, knob, still, moving, back, masks } = figure
  const drawing = drawExercise(network)
  const captions = Object.fromEntries(drawing.boxes.map(box => [box.id, captionMathml(box, loss)]))
  const names = Object.fromEntries(
    network.nodes.flatMap(({ name, mathml }) => [
      [name, mathml],
      [`dL/d${name}`, partialMathml(loss, name)],
    ]),
  )
  for (const { node, uses } of back) {
    for (const { through } of uses) names[`d${through}/d${node}`] = partialMathml(through, node)
  }
  const shapes = Object.fromEntries(network.nodes.map(({ name, shape }) => [name, shape ?? []]))
  const off = moving.map(numbers => {
    const known = { ...still, ...numbers }
    const fillOf = (id: string): Fill => ({ entries: known[numberOf(id)] ?? [], look: 'right' })
    return Object.fromEntries(
      drawing.boxes.flatMap(box => {
        const says = offWords(box, network, fillOf)
        return says === null ? [] : [[box.id, says]]
      }),
    )
  })
  const plain = drawing.boxes.map((box): DrawnBox => ({ ...box, step: null }))
  return {
    kind,
    drawing: { ...drawing, boxes: plain },
    captions,
    names,
    shapes,
    loss,
    knob,
    still,
    moving,
    off,
    back,
    masks,
    words,
  }
}

/** The name under which the entries of a box stand among the numbers. */
export function numberOf(box: string): string {
  const [pass, name = ''] = box.split(' ')
  return pass === 'backward' ? `dL/d${name}` : name
}

/** The entries of a quantity at a position. */
export function entriesAt(
  { still, moving }: Pick<NetworkView, 'still' | 'moving'>,
  at: number,
  name: string,
): readonly string[] {
  return moving[at]?.[name] ?? still[name] ?? []
}

/** Positions at which the mask is another than at the position before. */
export function flipsOf(view: Pick<NetworkView, 'still' | 'moving' | 'masks'>): number[] {
  const masks = view.moving.map((_, at) => view.masks.map(mask => entriesAt(view, at, mask).join()).join(' '))
  return masks.flatMap((mask, at) => (at > 0 && mask !== masks[at - 1] ? [at] : []))
}
