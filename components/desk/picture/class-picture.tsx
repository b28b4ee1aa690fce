'use client'

import { type ReactNode, useMemo } from 'react'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { stateLooks } from '@/components/ui/state'
import type { PublicExercise, PublicStep } from '@/lib/protocol/exercise'
import type { ClassStanding } from '@/lib/protocol/projector'
import { Arrows } from './arrows'
import { captionMathml } from './caption'
import { Counts, countSize, Shares } from './class-counts'
import { counted, leading, standingInWords } from './class-words'
import type { DrawnBox } from './drawing'
import { Label, Passes } from './labels'
import { drawExercise, drawForWall } from './layout'

interface ClassPictureProps {
  exercise: PublicExercise
  standingOf: (step: string) => ClassStanding | undefined
  /** Whether numbers are percent of the class instead of students. */
  percent: boolean
  /** Smallest and largest size of its type in px; where the smallest is too wide, the picture scrolls. */
  least?: number
  most?: number
  /**
   * Whether steps outside the picture stand beside it where a screen is wide; there its counts keep the size of the variable
   * `--count` (px), and the picture scrolls down rather than make them smaller.
   */
  beside?: boolean
  /** How much of a projector's wall it has: on half of it there is room for colours and bars, and not for numbers. */
  wall?: 'whole' | 'half'
  onOpen?: (step: string) => void
}

const unfilled = new Map()

/**
 * The network as the class stands with it: in every box how many are right, follow, are wrong or at work, with a bar
 * of the shares. It is as large as the room allows in both directions.
 */
export function ClassPicture(props: ClassPictureProps) {
  const { exercise, standingOf, percent, least = 7, most = 26, beside = false, wall, onOpen } = props
  const drawing = useMemo(() => (wall === 'whole' ? drawForWall : drawExercise)(exercise), [exercise, wall])
  const loss = exercise.nodes.find(node => node.role === 'loss')?.name ?? 'L'
  const drawn = new Set(drawing.boxes.flatMap(({ step }) => step?.id ?? []))
  const others = exercise.flow.flatMap(part =>
    part.type === 'step' && !drawn.has(part.step.id) ? [part.step] : [],
  )
  const wide = `calc((100cqw - 8px) / ${drawing.width})`
  const high = `calc((100cqh - 8px) / ${drawing.height})`
  const counts = drawing.boxes.flatMap(box => (box.step ? [countSize(box, standingOf(box.step.id))] : []))
  const readable = `calc(var(--count, 0px) / ${Math.min(2.2, ...counts)})`
  return (
    <div
      data-testid="class-picture"
      className={`flex h-full min-h-0 w-full flex-col gap-[0.8em] ${beside ? 'min-[1700px]:flex-row min-[1700px]:items-center' : ''}`}
    >
      <div className="@container-[size] min-h-0 flex-1 self-stretch overflow-auto">
        <div
          className="mx-auto flex min-h-full flex-col justify-center"
          style={{
            fontSize: `clamp(${least}px, max(min(${wide}, ${high}), min(${wide}, ${readable})), ${most}px)`,
            width: `${drawing.width}em`,
          }}
        >
          <div className="relative" style={{ width: `${drawing.width}em`, height: `${drawing.height}em` }}>
            <Arrows drawing={drawing} fills={unfilled} />
            {drawing.middle !== null && <Passes middle={drawing.middle} />}
            {drawing.labels.map(label => (
              <span
                key={`${label.x} ${label.y}`}
                data-testid="arrow-label"
                className="absolute -translate-x-1/2 -translate-y-full text-ink-2"
                style={{ left: `${label.x}em`, top: `${label.y}em`, width: `${label.room}em` }}
              >
                <IfRoom>
                  <Label label={label} />
                </IfRoom>
              </span>
            ))}
            {drawing.boxes.map(box => (
              <ClassBox
                key={box.id}
                box={box}
                name={captionMathml(box, loss)}
                standing={box.step ? standingOf(box.step.id) : undefined}
                percent={percent}
                wall={wall}
                onOpen={onOpen}
              />
            ))}
          </div>
        </div>
      </div>
      {others.length > 0 && (
        <ul
          aria-label="Further steps"
          className={`flex max-w-full shrink-0 flex-wrap justify-center gap-[0.4em] ${beside ? 'min-[1700px]:max-w-64 min-[1700px]:flex-col min-[1700px]:flex-nowrap' : ''}`}
        >
          {others.map(step => (
            <Other
              key={step.id}
              step={step}
              standing={standingOf(step.id)}
              percent={percent}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

/** Type may be larger here than the picture is drawn for. What is too wide then wraps to a line that is out of sight. */
function IfRoom({ children }: { children: ReactNode }) {
  return (
    <span className="flex h-[2.4em] flex-wrap justify-center overflow-hidden text-[length:max(1em,var(--least-type))]">
      <span className="h-full" />
      <span className="flex h-full items-end whitespace-nowrap">{children}</span>
    </span>
  )
}

interface Placed {
  standing: ClassStanding | undefined
  percent: boolean
  onOpen: ((step: string) => void) | undefined
}

function ClassBox(props: Placed & { box: DrawnBox; name: string; wall: 'whole' | 'half' | undefined }) {
  const { box, name, standing, percent, wall, onOpen } = props
  const { step } = box
  const place = { left: `${box.x}em`, top: `${box.y}em`, width: `${box.width}em`, height: `${box.height}em` }
  const state = standing && leading(standing)
  const look = `absolute overflow-hidden rounded-[0.6em] border-[0.12em] transition-colors duration-200 ${
    !standing
      ? 'border-line border-dashed bg-sheet'
      : state
        ? `${stateLooks[state].border} ${stateLooks[state].ground}`
        : 'border-line-2 bg-sheet'
  }`
  const content = standing && (
    <>
      <span className="sr-only">{standingInWords(standing, percent)}</span>
      {wall !== 'half' && <Counts standing={standing} box={box} wall={wall === 'whole'} />}
      <Shares standing={standing} />
    </>
  )
  return (
    <>
      <span
        className="absolute flex -translate-y-full justify-center overflow-visible whitespace-nowrap"
        // It stands on its box, however large its type is.
        style={{ left: `${box.x}em`, width: `${box.width}em`, top: `${box.y - 0.1}em` }}
      >
        <MathFormula
          mathml={name}
          className="text-[length:max(1.12em,var(--least-type))] leading-[1.7] text-ink"
        />
      </span>
      {step && standing && onOpen ? (
        <button
          type="button"
          data-testid="class-box"
          data-step={step.id}
          data-state={state ?? 'untouched'}
          aria-label={`${step.title}: ${standingInWords(standing, percent)}`}
          onClick={() => onOpen(step.id)}
          className={look}
          style={place}
        >
          {content}
        </button>
      ) : (
        <div
          data-testid={standing ? 'class-box' : undefined}
          data-step={step?.id}
          data-state={standing ? (state ?? 'untouched') : undefined}
          className={look}
          style={place}
        >
          {content}
        </div>
      )}
    </>
  )
}

/** `nudge 2: predicted`; a step of no family by its title. */
function shortName({ family, title }: PublicStep): string {
  return family === undefined ? title : `${family.name}: ${family.called}`
}

function Other({ step, standing, percent, onOpen }: Placed & { step: PublicStep }) {
  if (!standing) return null
  const state = leading(standing)
  const look = `relative flex items-center gap-[0.7em] overflow-hidden rounded-[0.5em] border-[0.1em] px-[0.7em] pt-[0.25em] pb-[0.5em] text-[0.95em] leading-tight ${
    state ? `${stateLooks[state].border} ${stateLooks[state].ground}` : 'border-line-2 bg-sheet'
  }`
  const content = (
    <>
      <span className="max-w-[14em] truncate" title={step.title}>
        {shortName(step)}
      </span>
      <span aria-hidden="true" className="flex gap-[0.5em] font-semibold tabular-nums">
        {counted(standing)
          .filter(([, count]) => count > 0)
          .map(([is, count]) => (
            <span key={is} className="flex items-center gap-[0.2em]">
              <span
                className={`grid size-[0.85em] place-items-center [&_svg]:size-full ${stateLooks[is].ink}`}
              >
                <Icon name={stateLooks[is].icon} />
              </span>
              {count}
            </span>
          ))}
      </span>
      <Shares standing={standing} />
    </>
  )
  return (
    <li data-testid="class-step" data-step={step.id} data-state={state ?? 'untouched'}>
      {onOpen ? (
        <button
          type="button"
          aria-label={`${step.title}: ${standingInWords(standing, percent)}`}
          onClick={() => onOpen(step.id)}
          className={look}
        >
          {content}
        </button>
      ) : (
        <span className={look}>
          {content}
          <span className="sr-only">{standingInWords(standing, percent)}</span>
        </span>
      )}
    </li>
  )
}
