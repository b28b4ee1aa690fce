import type { Drawing } from '@/components/desk/picture/drawing'
import { drawExercise } from '@/components/desk/picture/layout'
import { mo, mrow } from '@/lib/exact/mathml'
import type { FigureNumbers, FigurePath, PathsFigure } from '@/lib/protocol/figure'

/** All paths between two numbers made ready to be shown: drawn, typeset and said. Plain data. */
export interface PathsShown {
  readonly drawing: Drawing
  /** What stands above each box, by its id. */
  readonly captions: Readonly<Record<string, string>>
  /** Typeset names of nodes. */
  readonly names: Readonly<Record<string, string>>
  readonly numbers: FigureNumbers
  readonly from: string
  readonly to: string
  readonly derivative: string
  readonly total: string
  readonly paths: readonly FigurePath[]
  readonly words: PathsWords
}

export interface PathsWords {
  readonly goOn: string
  readonly over: string
  readonly all: string
  readonly again: string
  /** How many are drawn: by their number. */
  readonly found: readonly string[]
}

/** Draws the graph of a figure of paths; each node has its formula above it. */
export function pathsShown(figure: PathsFigure, words: PathsWords): PathsShown {
  const { network, numbers, from, to, derivative, total, paths } = figure
  const drawing = drawExercise(network)
  const captions = drawing.boxes.map(({ id, node: { mathml, formula } }) => [
    id,
    formula === null ? mathml : mrow(inside(mathml), mo('='), inside(formula)),
  ])
  return {
    drawing: { ...drawing, boxes: drawing.boxes.map(box => ({ ...box, step: null })) },
    captions: Object.fromEntries(captions),
    names: Object.fromEntries(network.nodes.map(({ name, mathml }) => [name, mathml])),
    numbers,
    from,
    to,
    derivative,
    total,
    paths,
    words,
  }
}

const inside = (mathml: string) => mathml.replace(/^<math[^>]*>|<\/math>$/g, '')
