'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Values } from '@/components/desk/cells/values'
import { Target } from '@/components/desk/step/target'
import { Button } from '@/components/ui/button'
import { Fitted } from '@/components/ui/fitted'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import { previewExercise } from '@/lib/client/teach'
import type { PublicExercise, PublicNode, PublicStep } from '@/lib/protocol/exercise'
import type { PreviewedExercise } from '@/lib/protocol/http'
import type { ChoosableExercise } from '../closer/choice'

type Found = Omit<PreviewedExercise, 'ok'> | { readonly failed: string } | null

/** An exercise with its key, fetched when a teacher looks at it. */
export function ExerciseLook({ exercise, onBack }: { exercise: ChoosableExercise; onBack: () => void }) {
  const { version, title, drawn, draws } = exercise
  const [found, setFound] = useState<Found>(null)
  useEffect(() => {
    let mounted = true
    setFound(null)
    void previewExercise(version).then(
      reply => mounted && setFound(reply.ok ? reply : { failed: reply.message }),
    )
    return () => {
      mounted = false
    }
  }, [version])
  return (
    <section aria-label={title} data-testid="exercise-look">
      <Button size="small" kind="quiet" className="-ml-3" autoFocus onClick={onBack}>
        <Icon name="back" size={14} /> All exercises
      </Button>
      <h3 className="mt-1 text-lg font-semibold">{title}</h3>
      {(drawn !== undefined || draws) && (
        <p className="text-[0.95rem] text-ink-2">
          These are the numbers for all. With own numbers, each student has others of this kind.
        </p>
      )}
      {found === null && (
        <p role="status" className="py-6 text-ink-2">
          Fetching …
        </p>
      )}
      {found !== null && 'failed' in found && (
        <div className="mt-3">
          <Notice tone="wrong" urgent>
            <Sentence text={found.failed} />
          </Notice>
        </div>
      )}
      {found !== null && 'view' in found && <Shown view={found.view} answers={found.key} />}
    </section>
  )
}

function Shown({ view, answers }: { view: PublicExercise; answers: PreviewedExercise['key'] }) {
  const cells = new Map(answers.map(({ step, cells }) => [step, cells]))
  const steps = view.flow.flatMap(item => (item.type === 'step' ? [item.step] : []))
  return (
    <div className="mt-3 space-y-4">
      <section aria-label="Given" className="min-w-0">
        <h4 className="mb-1 text-sm font-semibold text-ink-2">Given</h4>
        <ul>
          {view.nodes.map(node => (
            <Line key={node.name}>
              <Part>
                <MathFormula mathml={node.mathml} />
              </Part>
              <Part>
                = <Given node={node} />
              </Part>
            </Line>
          ))}
        </ul>
      </section>
      <section aria-label="Key" className="min-w-0">
        <h4 className="mb-1 text-sm font-semibold text-ink-2">Steps, with their answers</h4>
        <ol data-testid="exercise-key">
          {steps.map(step => (
            <Line key={step.id}>
              <Part>
                <Target step={step} />
              </Part>
              <Part>
                <Answer step={step} cells={cells.get(step.id) ?? []} />
              </Part>
            </Line>
          ))}
        </ol>
      </section>
    </div>
  )
}

/** A line whose second part goes below the first where both have no room beside each other. */
function Line({ children }: { children: ReactNode }) {
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-2 border-t border-line py-1.5 first:border-t-0">
      {children}
    </li>
  )
}

/** It is drawn smaller where it is wider than the dialog. */
function Part({ children }: { children: ReactNode }) {
  return (
    <Fitted>
      <span className="flex w-max items-center gap-2">{children}</span>
    </Fitted>
  )
}

function Given({ node: { formula, values, shape, symbolic } }: { node: PublicNode }) {
  if (formula !== null) return <MathFormula mathml={formula} />
  return <Values shape={shape ?? []} values={values ?? []} symbolic={symbolic} />
}

function Answer({ step, cells }: { step: PublicStep; cells: readonly string[] }) {
  if (cells.length === 0) return <span className="text-ink-2">in the student’s own words</span>
  const choices = step.choices ?? []
  const named = cells.map(cell => choices.find(({ value }) => value === cell)?.text ?? cell)
  if (choices.length > 0 || step.question || step.kind === 'find')
    return (
      <strong className="font-semibold">
        <Sentence text={named.join(', ')} />
      </strong>
    )
  return (
    <>
      <span className="text-ink-2">=</span>
      <Values shape={step.shape} values={named} symbolic={step.kind === 'formula'} />
    </>
  )
}
