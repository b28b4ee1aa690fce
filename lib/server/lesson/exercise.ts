import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scalar } from '@/lib/exact/atoms'
import { math, mtable } from '@/lib/exact/mathml'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import { buildKey, type Key, numeralsOf, publicView, readExercise } from '@/lib/exercise'
import { builtInOf } from '@/lib/lessons'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { CardLine, ExerciseCard } from '@/lib/protocol/exercise-card'
import { sentenceOf } from '@/lib/words/sentence'
import { lessonsFolder } from '../lesson-files'

/** The text of a built-in exercise, or null where there is none of that slug. */
export function chalkOf(slug: string): string | null {
  const found = builtInOf(slug)
  return found === null ? null : readFileSync(join(lessonsFolder, found.file), 'utf8')
}

/** So many of the steps are named in the text. */
const namedSteps = 7

const views = new Map<string, ExerciseCard>()

/** The card of a built-in exercise, made when it is first asked for; null where there is none of that slug. `whole`: with every step. */
export function cardOf(slug: string, steps: 'first' | 'whole' = 'first'): ExerciseCard | null {
  const source = chalkOf(slug)
  if (source === null) return null
  const at = `${steps} ${slug}`
  const view =
    views.get(at) ?? makeCard(slug, source, steps === 'first' ? namedSteps : Number.POSITIVE_INFINITY)
  views.set(at, view)
  return view
}

function makeCard(slug: string, source: string, most: number): ExerciseCard {
  const read = readExercise(source)
  const built = read.ok ? buildKey(read.exercise) : read
  if (!built.ok) throw new Error(`a built-in exercise is wrong: ${slug}`)
  const { key } = built
  const shown = publicView(key, slug, sentenceOf)
  const steps = shown.flow.flatMap(item => (item.type === 'step' ? [item.step] : []))
  const formulas = steps.filter(({ kind }) => kind === 'value' || kind === 'gradient' || kind === 'partial')
  const finds = (formulas.length > 0 && most === namedSteps ? formulas : steps).slice(0, most)
  return {
    slug,
    title: shown.title,
    minutes: builtInOf(slug)?.minutes ?? 0,
    lines: linesOf(shown, key),
    finds: finds.map(({ id, mathml }) => ({ id, mathml })),
    more: steps.length - finds.length,
  }
}

function linesOf({ nodes }: PublicExercise, key: Key): ExerciseCard['lines'] {
  return nodes.flatMap(({ name, mathml, formula, values, symbolic, shape }): CardLine[] => {
    const given = key.values.get(name)
    if (formula !== null) return [{ name, mathml, sign: '=', is: formula }]
    if (shape === null) return []
    const hidden = given === undefined || (values === null && !symbolic)
    if (isLarge(shape)) return [{ name, mathml, sign: ':', is: math(sizes(shape)) }]
    return hidden ? [] : [{ name, mathml, sign: '=', is: math(tensorMathml(given, key)) }]
  })
}

/** So many rows and columns find room in the text, on a phone too. */
const room = { rows: 12, columns: 6 }

/** Whether a tensor is shown by its shape, as the file declares it. */
function isLarge(shape: Shape): boolean {
  return (shape.at(-1) ?? 1) > room.columns || shape.slice(0, -1).some(length => length > room.rows)
}

function sizes(shape: Shape): string {
  return shape.map(length => `<mn>${length}</mn>`).join('<mo>×</mo>')
}

function tensorMathml({ shape, data }: Tensor<Scalar>, key: Key): string {
  const numerals = numeralsOf(key.exercise)
  const cells = data.map(value => numerals(value).mathml)
  if (shape.length === 0) return cells[0] ?? ''
  const columns = shape.at(-1) ?? 1
  const rows = Array.from({ length: cells.length / columns }, (_, at) =>
    cells.slice(at * columns, (at + 1) * columns),
  )
  return mtable(rows)
}
