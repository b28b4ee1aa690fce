import { expect, test } from 'vitest'
import { exampleExercise, exampleRecords, lastLayer } from '@/components/desk/example'
import { drawExercise } from '@/components/desk/picture/layout'
import { spellScalar } from '@/lib/exact/atoms'
import { buildKey, isTensorStep, type Key, readExercise } from '@/lib/exercise'
import { readCell } from '@/lib/language/answer/cell'
import { plainSentence } from '@/lib/words/sentence'
import { lessonSource } from '../../../lesson-files'

function keyOf(source: string): Key {
  const read = readExercise(source)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const built = buildKey(read.exercise)
  if (!built.ok) throw new Error(JSON.stringify(built.errors))
  return built.key
}

/** The lesson with the numbers of the picture on the first page. */
function lessonWith(values: ReadonlyMap<string, string>): string {
  const lesson = lessonSource('full-small-network')
  return lesson.replace(/^((?:given|param)\s+(\w+)\s*=\s*)(.*)$/gm, (line, head: string, name: string) =>
    values.has(name) ? `${head}${values.get(name)}` : line,
  )
}

function nested(shape: readonly number[], values: readonly string[]): string {
  const width = shape[1] ?? 1
  const rows = Array.from({ length: shape[0] ?? 1 }, (_, row) => values.slice(row * width, (row + 1) * width))
  return `[${rows.map(row => `[${row.join(', ')}]`).join(', ')}]`
}

const numbers = new Map(
  exampleExercise.nodes.flatMap(({ name, shape, values }) =>
    values ? [[name, nested(shape ?? [], values)]] : [],
  ),
)
const shown = [...exampleRecords].map(([id, { cells }]) => ({ id, cells }))

function answerTo(key: Key, id: string): string[] {
  const step = key.steps.find(other => other.id === id)
  if (!step || !isTensorStep(step)) {
    throw new Error(`no step ${id}`)
  }
  return step.answer.data.map(spellScalar)
}

function exact(cells: readonly string[]): string[] {
  return cells.map(cell => {
    const read = readCell(cell)
    return read.ok ? spellScalar(read.value) : plainSentence(read.message)
  })
}

test('the picture on the first page is worked out rightly', () => {
  const key = keyOf(lessonWith(numbers))
  expect(shown.length).toBeGreaterThan(5)
  for (const { id, cells } of shown) expect(exact(cells), id).toEqual(answerTo(key, id))
})

test('[G11] it answers no step of the lesson', () => {
  const key = keyOf(lessonSource('full-small-network'))
  for (const { id, cells } of shown) expect(exact(cells), id).not.toEqual(answerTo(key, id))
})

test('its last layer, which phones show, has the same numbers, and can be read in 300 px', () => {
  const own = new Map(exampleExercise.nodes.map(node => [node.name, node]))
  for (const { name, values } of lastLayer.nodes) {
    if (values) expect(values, name).toEqual(own.get(name)?.values ?? exampleRecords.get(name)?.cells)
  }
  expect(300 / drawExercise(lastLayer).width).toBeGreaterThan(9)
})
