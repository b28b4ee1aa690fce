'use client'

import { useEffect, useRef } from 'react'
import { MathFormula } from '@/components/ui/math'
import { entryMathml } from '@/lib/exact/mathml'
import type { PublicCircuit, PublicExercise } from '@/lib/protocol/exercise'
import { withMinus } from '../cells/decimal'
import type { StepCardProps } from '../step/card-props'
import { cell, type DrawnCircuit, type Slot } from './layout'
import { gateOf } from './parts'
import { WireCell } from './wire-cell'

interface CircuitPictureProps {
  circuit: PublicCircuit
  exercise: PublicExercise
  drawing: DrawnCircuit
  cards: readonly StepCardProps[]
  complaintId: string
}

/** Smallest size of its type in px; where that is too wide, the picture scrolls. */
const least = 12.5
const most = 16

/** The circuit with a cell above and below each wire. The cells stand in the order of the steps, so that Tab goes along it. */
export function CircuitPicture({ circuit, exercise, drawing, cards, complaintId }: CircuitPictureProps) {
  const frame = useRef<HTMLDivElement>(null)
  const now = cards.find(({ open }) => open)
  const step = now?.step.id ?? null
  const lit = gateOf(circuit, step)
  const slot = drawing.slots.find(one => one.step === step)
  // On a page narrower than the picture, scrolls to what is asked.
  useEffect(() => {
    const box = frame.current
    if (!box || !slot || box.scrollWidth < box.clientWidth + 8) return
    box.scrollLeft = (slot.x / drawing.width) * box.scrollWidth - box.clientWidth / 2
  }, [slot, drawing])
  const given = drawing.slots.filter(one => one.step === null)
  const asked = cards.flatMap(card => {
    const at = drawing.slots.find(one => one.step === card.step.id)
    return at ? [{ card, at }] : []
  })
  const first = circuit.gates[0]?.node
  return (
    <div ref={frame} className="@container overflow-x-auto overflow-y-hidden">
      <div
        className="relative mx-auto"
        style={{
          fontSize: `clamp(${least}px, calc((100cqw - 4px) / ${drawing.width}), ${most}px)`,
          width: `${drawing.width}em`,
          height: `${drawing.height}em`,
        }}
      >
        <svg
          aria-hidden="true"
          className="absolute inset-0 overflow-visible"
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          style={{ width: `${drawing.width}em`, height: `${drawing.height}em` }}
        >
          {drawing.lines.map(({ key, path, step: on }) => (
            <path
              key={key}
              d={path}
              fill="none"
              stroke={on === step && slot?.pass === 'gradient' ? 'var(--chalk)' : 'var(--line-2)'}
              strokeWidth={on === step && slot?.pass === 'gradient' ? 0.22 : 0.13}
            />
          ))}
        </svg>
        <div aria-hidden="true">
          {drawing.gates.map(({ node, sign, x, y, width, height }) => (
            <span
              key={node}
              data-gate={node}
              data-lit={node === lit || undefined}
              className={`absolute flex -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full border-[0.12em] transition-colors duration-150 ${
                node === lit ? 'border-chalk bg-chalk-ground text-chalk-ink' : 'border-ink bg-sheet'
              }`}
              style={{ left: `${x}em`, top: `${y}em`, width: `${width}em`, height: `${height}em` }}
            >
              <span className="truncate px-[0.3em] text-[1.1em]">{sign}</span>
            </span>
          ))}
          {drawing.names.map(({ source, node, index, x, y }) => (
            <span
              key={source}
              className="absolute -translate-x-1/2 -translate-y-1/2 whitespace-nowrap bg-sheet px-[0.15em] text-[1.25em]"
              style={{ left: `${x / 1.25}em`, top: `${y / 1.25}em` }}
            >
              <MathFormula mathml={entryMathml(node, index ?? [])} />
            </span>
          ))}
          {given.map(one => (
            <span
              key={`${one.source} ${one.y}`}
              className="absolute -translate-x-1/2 -translate-y-1/2 whitespace-nowrap font-medium tabular-nums"
              style={{ left: `${one.x}em`, top: `${one.y}em` }}
            >
              {valueAt(one, exercise)}
            </span>
          ))}
          {asked.map(({ card, at }) => (
            <Caption key={card.step.id} slot={at} first={at.node === first} />
          ))}
        </div>
        {asked.map(({ card, at }) => (
          <div
            key={card.step.id}
            className="absolute -translate-x-1/2 -translate-y-1/2"
            style={{ left: `${at.x}em`, top: `${at.y}em`, width: `${cell.width}em` }}
          >
            <WireCell card={card} complaintId={complaintId} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** Small words at a cell: over what it is a sum, and at the first gate which cell is which. */
function Caption({ slot: { pass, sumOf, x, y }, first }: { slot: Slot; first: boolean }) {
  const words = sumOf > 0 ? (sumOf === 2 ? 'sum of both' : `sum of ${sumOf}`) : first ? pass : null
  if (words === null) return null
  const above = pass === 'value'
  return (
    <span
      className={`absolute -translate-x-1/2 whitespace-nowrap leading-none text-ink-2 ${above ? '-translate-y-full' : ''}`}
      style={{
        left: `${x}em`,
        top: `${y + (above ? -cell.height / 2 - 0.3 : cell.height / 2 + 0.3)}em`,
      }}
    >
      <span className="text-[max(0.78em,11px)]">{words}</span>
    </span>
  )
}

/** What the file gives for a leaf; nothing of a node that is computed elsewhere. */
export function valueAt({ node, index }: Pick<Slot, 'node' | 'index'>, { nodes }: PublicExercise): string {
  const found = nodes.find(({ name }) => name === node)
  if (!found?.values) return ''
  const place = (index ?? []).reduce((at, i, axis) => at * (found.shape?.[axis] ?? 1) + i - 1, 0)
  return withMinus(found.values[place] ?? '')
}
