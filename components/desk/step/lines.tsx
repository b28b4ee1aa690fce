'use client'

import type { ReactNode } from 'react'
import { Fitted } from '@/components/ui/fitted'
import { MathFormula } from '@/components/ui/math'
import { sizeOf } from '@/lib/exact/tensor'
import type { Vocabulary } from '@/lib/language/answer/vocabulary'
import { notationMathml } from '@/lib/language/notation'
import type { PublicExercise, PublicNode, PublicStep } from '@/lib/protocol/exercise'
import type { StepRecord } from '@/lib/protocol/step-record'
import { AnswerMatrix } from '../cells/answer-matrix'
import { Values } from '../cells/values'
import { useShownEntries } from '../picture/entry'
import { ownEntries } from '../picture/own'
import { stepsOf } from './steps'

interface LinesProps {
  exercise: PublicExercise
  step: PublicStep
  vocabulary: Vocabulary
  recordOf: (step: string) => StepRecord | undefined
  /** The cells of a step that the teacher revealed. */
  revealedOf: (step: string) => readonly string[] | undefined
}

/** More lines than this stand behind the first ones: so many are the network as a whole. */
const shownAtOnce = 6

/**
 * The lines of the forward pass that a step is about, with the numbers that the file gives and those that the student has
 * found: all that is needed at its cells.
 */
export function Lines({ exercise, step, vocabulary, recordOf, revealedOf }: LinesProps) {
  const { about } = step
  if (!about) return null
  const steps = new Map(stepsOf(exercise).map(one => [one.id, one]))
  const numbersOf = (id: string): readonly string[] | null => {
    const own = ownEntries(recordOf(id))
    const size = sizeOf(steps.get(id)?.shape ?? [])
    if (own.length === size && own.every(text => text !== null)) return own
    return revealedOf(id) ?? null
  }
  const loss = exercise.nodes.find(({ role }) => role === 'loss')?.name ?? 'L'
  const lines = exercise.nodes.filter(({ name }) => about.lines.includes(name))
  const given = about.given.flatMap(name => givenNumbers(name, exercise))
  const found = about.found.flatMap(id => {
    const other = steps.get(id)
    const numbers = numbersOf(id)
    return other && numbers ? [{ step: other, numbers }] : []
  })
  const foundAt = (name: string) => found.find(({ step }) => step.id === name)
  const apart = found.filter(({ step }) => !about.lines.includes(step.id))
  if (lines.length + given.length + apart.length === 0) return null
  const line = (node: PublicNode) => {
    const own = foundAt(node.name)
    return (
      <Item key={node.name} id={node.name}>
        <MathFormula mathml={node.mathml} />
        <Equals />
        <MathFormula mathml={node.formula ?? ''} />
        {own && (
          <>
            <Equals />
            <Found {...own} vocabulary={vocabulary} />
          </>
        )}
      </Item>
    )
  }
  return (
    <section
      aria-label="Where it stands"
      data-testid="lines"
      className="mt-3 rounded-box bg-page px-3 py-2 text-[0.95rem] max-sm:px-2.5 max-sm:py-1.5 max-sm:text-[0.85rem]"
    >
      <ul className="flex flex-wrap items-center gap-x-5 gap-y-1.5 max-sm:gap-x-3.5 max-sm:gap-y-1">
        {lines.slice(0, shownAtOnce).map(line)}
        {given.map(({ name, mathml, shape, values, symbolic }) => (
          <Item key={name} id={name}>
            <MathFormula mathml={mathml} />
            {values.length === 0 ? <span className="text-ink-2">:</span> : <Equals />}
            <Values shape={shape} values={values} symbolic={symbolic} />
          </Item>
        ))}
        {apart.map(({ step: other, numbers }) => (
          <Item key={other.id} id={other.id}>
            <Name step={other} loss={loss} />
            <Equals />
            <Found step={other} numbers={numbers} vocabulary={vocabulary} />
          </Item>
        ))}
      </ul>
      {lines.length > shownAtOnce && (
        <details className="mt-1.5">
          <summary className="text-ink-2 underline decoration-dotted underline-offset-4">
            {lines.length - shownAtOnce} more lines
          </summary>
          <ul className="mt-1.5 flex flex-wrap items-center gap-x-5 gap-y-1.5">
            {lines.slice(shownAtOnce).map(line)}
          </ul>
        </details>
      )}
    </section>
  )
}

function Item({ id, children }: { id: string; children: ReactNode }) {
  return (
    <li data-line={id} className="max-w-full min-w-0">
      <Fitted>
        <span className="flex w-max items-center gap-1.5">{children}</span>
      </Fitted>
    </li>
  )
}

function Equals() {
  return <span className="text-ink-2">=</span>
}

/** A quantity typeset, a gradient on one line as in the picture. */
function Name({ step: { id, kind, mathml, title }, loss }: { step: PublicStep; loss: string }) {
  const inLine = kind === 'gradient' ? notationMathml(id.replace('dL/', `d${loss}/`)) : null
  return (
    <>
      <MathFormula mathml={inLine ?? mathml} />
      <span className="sr-only">{title}</span>
    </>
  )
}

function Found({
  step,
  numbers,
  vocabulary,
}: {
  step: PublicStep
  numbers: readonly string[]
  vocabulary: Vocabulary
}) {
  const show = useShownEntries(numbers)
  const values = numbers.map(show)
  if (values.every(text => /^[−\d./e]+$/.test(text))) return <Values shape={step.shape} values={values} />
  return <AnswerMatrix step={step} cells={numbers} vocabulary={vocabulary} />
}

interface Given {
  readonly name: string
  readonly mathml: string
  readonly shape: readonly number[]
  /** Empty where it has a size alone. */
  readonly values: readonly string[]
  readonly symbolic: boolean
}

/** Numbers of the file: of a node, or of the gradient that arrives (`dL/dNAME`). */
function givenNumbers(name: string, { nodes, upstream }: PublicExercise): readonly Given[] {
  const node = nodes.find(other => other.name === name)
  if (node?.shape && node.formula === null) {
    const { mathml, shape, values, symbolic } = node
    return [{ name, mathml, shape, values: values ?? [], symbolic }]
  }
  if (upstream === null || name !== `dL/d${upstream.node}`) return []
  const shape = nodes.find(other => other.name === upstream.node)?.shape
  if (!shape) return []
  const { values } = upstream
  return [{ name, mathml: notationMathml(name) ?? '', shape, values, symbolic: false }]
}
