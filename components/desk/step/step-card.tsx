'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Pill } from '@/components/ui/pill'
import { Sentence } from '@/components/ui/sentence'
import { Sheet } from '@/components/ui/sheet'
import { StatePill } from '@/components/ui/state'
import type { Judged } from '@/lib/client/desk-view'
import { sizeOf } from '@/lib/exact/tensor'
import { Echo } from '../cells/echo'
import { Grid } from '../cells/grid'
import type { StepCardProps } from './card-props'
import { CheckRow } from './check-row'
import { HowExact } from './how-exact'
import { marksOf } from './marks'
import { QuestionCells } from './question-cells'
import { StepNotes } from './step-notes'
import { tries, Word } from './step-words'
import { Target } from './target'
import { useCardFocus } from './use-card-focus'
import { WhyLine } from './why-line'

export function StepCard(props: StepCardProps) {
  const { step, vocabulary, place, of, open, state, cells, judged, sending, attempts, takeFocus, pace } =
    props
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

  const marks = marksOf(cells, judged)
  const oneCell = sizeOf(step.shape) === 1
  const inWords = step.question?.pick === 'words'
  const check = pace.closed === null ? props.onCheck : undefined
  // Words are not handed in by a key pressed beside them.
  const byEnter = inWords ? undefined : check
  useCardFocus(card, { open, takeFocus, focused, moreHints: pace.moreHints, check: byEnter })
  const checkRow = props.onCheck && (
    <CheckRow card={props}>
      {props.onPicture && (
        <Button data-testid="open-picture" onClick={props.onPicture}>
          Picture
        </Button>
      )}
    </CheckRow>
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
          <StepNotes card={props} listed={!oneCell && marks.some(mark => mark?.message)} />
        </div>
      )}
    </Sheet>
  )
}

const settled = ({ result: { verdict } }: Judged) => ['right', 'follows', 'answered'].includes(verdict)
