'use client'

import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Pill } from '@/components/ui/pill'
import { Sentence } from '@/components/ui/sentence'
import { Sheet } from '@/components/ui/sheet'
import { StatePill } from '@/components/ui/state'
import type { Judged } from '@/lib/client/desk-view'
import { sizeOf } from '@/lib/exact/tensor'
import type { Vocabulary } from '@/lib/language/answer/vocabulary'
import type { PublicStep } from '@/lib/protocol/exercise'
import type { StepState } from '@/lib/protocol/step-state'
import { Echo } from '../cells/echo'
import { Grid } from '../cells/grid'
import { VerdictMessage } from '../talk/message'
import { Exception } from './exception'
import { HintButton } from './hint-button'
import { HowExact } from './how-exact'
import { QuestionCells } from './question-cells'
import { Hints, Received, Solution } from './step-asides'
import type { StepPace } from './step-pace'
import { howTo, Sending, tries, Word } from './step-words'
import { Target } from './target'
import { TeacherHints } from './teacher-hints'
import { useCardFocus } from './use-card-focus'
import { WhyLine } from './why-line'

export interface StepCardProps {
  step: PublicStep
  /** What cells may name besides numbers. */
  vocabulary: Vocabulary
  /** Its place among the steps, counted from 1. */
  place: number
  of: number
  open: boolean
  state: StepState
  cells: readonly string[]
  judged: Judged | null
  /** An answer of this step is on its way. */
  sending: boolean
  connected: boolean
  /** Counted answers so far. */
  attempts: number
  /** Whether its verdict is the last one that came on this page. */
  lately: boolean
  /** Why the last answer was not taken. */
  told: string | null
  /** Whether a person opened it, so that it takes the focus. */
  takeFocus: boolean
  pace: StepPace
  /** The lines that it is about. */
  lines?: ReactNode
  onToggle: () => void
  onChange: (cells: readonly string[]) => void
  /** Absent in a preview. */
  onCheck?: () => void
  /** Asks for a hint; resolves to why there is none, or null. */
  onHint?: () => Promise<string | null>
  /** Asks for the worked solution of a step that was revealed. */
  onHow?: ComponentProps<typeof Solution>['how']
  /** Shows the network, where it does not stand beside the steps. */
  onPicture?: (() => void) | undefined
}

export function StepCard(props: StepCardProps) {
  const {
    step,
    vocabulary,
    place,
    of,
    open,
    state,
    cells,
    judged,
    sending,
    connected,
    attempts,
    told,
    takeFocus,
    pace,
  } = props
  // Kept when the focus leaves the cells, because a vanishing echo would move the Check button away from the pointer.
  const [focused, setFocused] = useState<number | null>(null)
  const card = useRef<HTMLDivElement>(null)

  // A verdict's words make the card longer, so the page scrolls to keep it in sight. It scrolls at once, because a
  // gliding page makes people miss the button that they aim at.
  useEffect(() => {
    if (open && judged && card.current?.contains(document.activeElement)) {
      card.current.scrollIntoView({ block: 'nearest' })
    }
  }, [open, judged])

  // A mark belongs to the text that was checked, so typing removes the mark of that cell and no other.
  const marks = cells.map((text, index) =>
    judged && judged.cells[index] === text ? (judged.result.cells[index] ?? null) : null,
  )
  // All unreadable cells have been typed anew, so the message has done its work.
  const mended = judged?.result.verdict === 'invalid' && !marks.some(mark => mark?.message)
  const oneCell = sizeOf(step.shape) === 1
  const inWords = step.question?.pick === 'words'
  /** A teacher's mark says more than that the words were handed in. */
  const marked = inWords && pace.override !== null
  const check = pace.closed === null ? props.onCheck : undefined
  // Words are not handed in by a key pressed beside them.
  const byEnter = inWords ? undefined : check
  useCardFocus(card, { open, takeFocus, focused, moreHints: pace.moreHints, check: byEnter })
  const checkRow = props.onCheck && (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:gap-x-2">
      <Button kind="act" data-testid="check" className="max-sm:flex-1" disabled={!check} onClick={check}>
        {inWords ? 'Hand in' : 'Check'}
        <span
          aria-hidden="true"
          className="rounded border border-current px-1.5 py-px font-sans text-[0.7rem] font-medium opacity-70 max-sm:hidden"
        >
          {inWords ? 'Ctrl Enter' : 'Enter'}
        </span>
      </Button>
      {pace.moreHints && props.onHint && <HintButton ask={props.onHint} />}
      {props.onPicture && (
        <Button data-testid="open-picture" onClick={props.onPicture}>
          Picture
        </Button>
      )}
      <Sending sending={sending} connected={connected} paused={pace.paused} />
      <span className="ml-auto text-[0.8rem] text-ink-2 max-sm:w-full">{howTo(step)}</span>
    </div>
  )
  return (
    <Sheet
      ref={card}
      lit={open}
      data-testid={props.onCheck ? 'step' : 'preview-step'}
      data-step={step.id}
      data-state={state}
      className="scroll-mt-4 scroll-mb-4"
    >
      <h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={props.onToggle}
          className={`flex w-full items-center gap-x-3.5 gap-y-1 rounded-sheet px-4 text-left ${open ? 'pt-3.5 sm:px-5.5' : 'min-h-13 py-2'}`}
        >
          {open ? (
            <span className="max-sm:sr-only">
              <Pill tone="chalk">
                Step {place} of {of}
              </Pill>
            </span>
          ) : (
            <StatePill state={state} quiet />
          )}
          <Target step={step} big={open} />
          <span className="ml-auto shrink-0 text-right text-sm text-ink-2">
            {open ? (
              tries(inWords ? 0 : attempts, pace.left)
            ) : (
              <Word state={state} sending={sending} judged={judged} kind={step.kind} />
            )}
          </span>
        </button>
      </h3>
      {!open && props.lately && judged && settled(judged) && <WhyLine result={judged.result} />}
      {open && (
        <div className="px-4 pb-4 sm:px-5.5">
          {props.lines}
          {step.remark && (
            <p className="mt-2 text-[0.95rem] text-ink-2">
              <Sentence text={step.remark} />
            </p>
          )}
          <HowExact acceptance={step.acceptance} />
          <div className="@container mt-3">
            {step.choices || step.question ? (
              <QuestionCells
                step={step}
                cells={cells}
                judged={judged}
                onChange={props.onChange}
                onCheck={check}
              >
                {checkRow}
              </QuestionCells>
            ) : (
              <Grid
                shape={step.shape}
                cells={cells}
                marks={marks}
                label={step.title}
                onChange={props.onChange}
                onCheck={check}
                onFocus={setFocused}
                big={oneCell}
                aside={
                  <Echo
                    text={focused === null ? null : (cells[focused] ?? null)}
                    step={step}
                    vocabulary={vocabulary}
                    wide={(step.shape.at(-1) ?? 1) > 5 && step.shape.length > 1}
                  />
                }
              >
                {checkRow}
              </Grid>
            )}
          </div>
          <div className="mt-4 space-y-4 empty:hidden">
            {pace.closed === 'spent' && (
              <p data-testid="spent" className="rounded-box bg-working-ground px-3.5 py-2.5 text-[0.95rem]">
                You have used every attempt at this step.
              </p>
            )}
            {told && <p className="rounded-box bg-wrong-ground px-3.5 py-2.5 text-wrong">{told}</p>}
            <Exception excused={pace.excused} override={pace.override} answered={inWords} />
            {!told && pace.received && <Received />}
            {!told && judged && !mended && !marked && (
              <VerdictMessage result={judged.result} listed={!oneCell && marks.some(mark => mark?.message)} />
            )}
            <Hints given={pace.hints} />
            <TeacherHints said={pace.said} />
            {pace.solution && (
              <Solution step={step} vocabulary={vocabulary} cells={pace.solution} how={props.onHow} />
            )}
          </div>
        </div>
      )}
    </Sheet>
  )
}

const settled = ({ result: { verdict } }: Judged) => ['right', 'follows', 'answered'].includes(verdict)
