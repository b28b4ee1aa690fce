'use client'

import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { MathFormula } from '@/components/ui/math'
import { mo, mrow, nameMathml, tight } from '@/lib/exact/mathml'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { StepRecord } from '@/lib/protocol/step-record'
import { stepsOf } from '../step/steps'
import { Box } from './box'
import type { Drawing, DrawnBox, DrawnLabel } from './drawing'
import { useShownEntries } from './entry'
import { type Fill, fillBox } from './fill'
import { drawExercise } from './layout'
import { isArrow, neighbour } from './moves'
import { offWords } from './off'
import { ownEntries } from './own'

interface PictureProps {
  exercise: PublicExercise
  recordOf: (step: string) => StepRecord | undefined
  /** The step asked now. */
  active: string | null
  /** Absent where the picture is an illustration. */
  onOpen?: (step: string) => void
  /** Smallest size of its type in px; where that is too wide, the picture scrolls. */
  least?: number
}

/** A page that is not high makes the picture smaller, down to this size in px; its rest is the header and what is given. */
const readable = 10.5
const aroundIt = '24rem'

/**
 * The network: the forward pass above, gradients below what they are the gradients of, filling in from the loss
 * backwards. All lengths are in em, and an em is the width that there is divided by the width that is needed.
 */
export function Picture({ exercise, recordOf, active, onOpen, least = 5 }: PictureProps) {
  const drawing = useMemo(() => drawExercise(exercise), [exercise])
  const box = useRef<HTMLDivElement>(null)
  const loss = exercise.nodes.find(node => node.role === 'loss')?.name ?? 'L'
  const activeStep = exercise.flow.flatMap(entry =>
    entry.type === 'step' && entry.step.id === active ? [entry.step] : [],
  )[0]
  const buttons = drawing.boxes.filter(({ step }) => step !== null)
  const lit = (id: string): boolean => {
    const target = drawing.boxes.find(drawn => drawn.id === id)
    if (!activeStep || !target || target.node.name !== activeStep.node) return false
    return (activeStep.kind === 'value') === (target.pass === 'forward') || !hasBoth(activeStep.node)
  }
  const hasBoth = (name: string | null) => drawing.boxes.filter(({ node }) => node.name === name).length > 1
  const show = useShownEntries(stepsOf(exercise).flatMap(({ id }) => ownEntries(recordOf(id))))
  const fills = new Map(drawing.boxes.map(drawn => [drawn.id, fillBox(drawn, exercise, recordOf, show)]))
  const litId = drawing.boxes.find(({ id }) => lit(id))?.id
  // On a page narrower than the picture (a phone), scrolls to what is asked.
  useEffect(() => {
    const frame = box.current
    const target = drawing.boxes.find(({ id }) => id === litId)
    if (!frame || !target || frame.scrollWidth < frame.clientWidth + 8) return
    const middle = (target.x + target.width / 2) / drawing.width
    frame.scrollLeft = middle * frame.scrollWidth - frame.clientWidth / 2
  }, [litId, drawing])
  const tabbable = (buttons.find(({ id }) => lit(id)) ?? buttons[0])?.id

  function press(event: KeyboardEvent): void {
    const id = event.target instanceof HTMLElement ? event.target.dataset.box : undefined
    const from = buttons.find(button => button.id === id)
    if (!from || !isArrow(event.key)) return
    event.preventDefault()
    const next = neighbour(buttons, from, event.key)
    if (next) box.current?.querySelector<HTMLElement>(`[data-box="${CSS.escape(next.id)}"]`)?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside
    <div ref={box} onKeyDown={press} className="@container overflow-x-auto overflow-y-hidden pb-1">
      <div
        className="relative mx-auto"
        style={{
          fontSize: `clamp(${least}px, min((100cqw - 8px) / ${drawing.width}, max(${readable}px, (100dvh - ${aroundIt}) / ${drawing.height})), 13.5px)`,
          width: `${drawing.width}em`,
          height: `${drawing.height}em`,
        }}
      >
        <Arrows drawing={drawing} fills={fills} />
        {drawing.middle !== null && <Passes middle={drawing.middle} />}
        {drawing.labels.map(label => (
          <span
            key={`${label.x} ${label.y}`}
            className="absolute -translate-x-1/2 -translate-y-full whitespace-nowrap text-ink-2"
            style={{ left: `${label.x}em`, top: `${label.y}em` }}
          >
            <Label label={label} />
          </span>
        ))}
        {drawing.boxes.map(drawn => {
          const { step } = drawn
          return (
            <Box
              key={drawn.id}
              box={drawn}
              name={captionMathml(drawn, loss)}
              fill={fills.get(drawn.id) ?? nothing}
              lit={lit(drawn.id)}
              off={offWords(drawn, exercise, id => fills.get(id))}
              tabbable={drawn.id === tabbable}
              onOpen={step && onOpen ? () => onOpen(step.id) : null}
            />
          )
        })}
      </div>
    </div>
  )
}

/** What stands above a box: `z`, or `C = AB`, or ∂L/∂z. */
export function captionMathml({ pass, node, formula }: DrawnBox, loss: string): string {
  if (pass === 'backward') return slashed(loss, node.name)
  return formula === null ? node.mathml : mrow(inside(node.mathml), mo('='), inside(formula))
}

const inside = (mathml: string) => mathml.replace(/^<math[^>]*>|<\/math>$/g, '')

/** ∂L/∂z on one line, to stand above a box. */
function slashed(loss: string, name: string): string {
  return mrow(tight('∂'), nameMathml(loss), tight('/'), tight('∂'), nameMathml(name))
}

export function Label({ label: { nodes, text, formula } }: { label: DrawnLabel }) {
  if (nodes.length === 0) {
    return formula === null ? (
      <span className="text-[length:max(0.9em,var(--least-type))]">{text}</span>
    ) : (
      <MathFormula mathml={formula} className="text-[length:max(0.9em,var(--least-type))]" />
    )
  }
  return nodes.map((node, place) => (
    <span key={node.name} className="text-[length:max(0.9em,var(--least-type))]">
      {place > 0 && ', '}
      <MathFormula mathml={node.mathml} />
    </span>
  ))
}

export function Passes({ middle }: { middle: number }) {
  return (
    <>
      <span
        className="absolute inset-x-0 border-t border-line border-dashed"
        style={{ top: `${middle}em` }}
      />
      {/* The places are in em of the picture, the words may be larger. */}
      <span className="absolute left-0 -translate-y-full" style={{ top: `${middle}em` }}>
        <PassName>Forward</PassName>
      </span>
      <span className="absolute left-0" style={{ top: `${middle}em` }}>
        <PassName>Backward</PassName>
      </span>
    </>
  )
}

function PassName({ children }: { children: string }) {
  return (
    <span className="block text-[length:max(0.86em,var(--least-type))] leading-[1.7] text-ink-2 uppercase tracking-wider">
      {children}
    </span>
  )
}

const nothing: Fill = { entries: [], look: 'unasked' }

/** Arrows of the backward pass light up where the gradients at which they start are known. */
export function Arrows({ drawing, fills }: { drawing: Drawing; fills: ReadonlyMap<string, Fill> }) {
  const known = (id: string) => ['given', 'right', 'follows'].includes(fills.get(id)?.look ?? '')
  return (
    <svg
      aria-hidden="true"
      className="absolute inset-0 overflow-visible"
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      style={{ width: `${drawing.width}em`, height: `${drawing.height}em` }}
    >
      {drawing.arrows.map(arrow => {
        const stroke = arrow.pass === 'backward' && known(arrow.from) ? 'var(--arrow-back)' : 'var(--line-2)'
        const [tipX, tipY] = arrow.points.at(-1) ?? [0, 0]
        const [fromX] = arrow.points.at(-2) ?? [0, 0]
        const back = tipX > fromX ? -1 : 1
        return (
          <g key={`${arrow.from} ${arrow.to}`} fill="none" stroke={stroke} strokeWidth="0.13">
            <path d={curve(arrow.points, back * 0.5)} />
            <path d={`M${tipX} ${tipY}l${back * 0.85} -0.45v0.9z`} fill={stroke} stroke="none" />
          </g>
        )
      })}
    </svg>
  )
}

/** Level at every point, so that an arrow leaves and enters a box at a right angle. */
function curve(points: readonly (readonly [number, number])[], short: number): string {
  const [start, ...rest] = points
  if (!start) return ''
  let [x, y] = start
  let path = `M${x} ${y}`
  rest.forEach(([toX, toY], place) => {
    const endX = place === rest.length - 1 ? toX + short : toX
    const half = (endX - x) / 2
    path += toY === y ? `L${endX} ${toY}` : `C${x + half} ${y} ${endX - half} ${toY} ${endX} ${toY}`
    x = endX
    y = toY
  })
  return path
}
