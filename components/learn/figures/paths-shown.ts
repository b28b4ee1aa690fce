import { drawExercise } from '@/components/desk/picture/layout'
import { mo, mrow } from '@/lib/exact/mathml'
import type { PathsFigure } from '@/lib/protocol/figure'
import type { PathsShown, PathsWords } from './paths-view'

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
