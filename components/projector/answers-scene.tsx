import { decimalPads, noPad, type Pad, withMinus } from '@/components/desk/cells/decimal'
import { gridBlocks } from '@/components/desk/cells/grid-layout'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import { StatePill, stateLooks } from '@/components/ui/state'
import type { ProjectedAnswer, ProjectedScene } from '@/lib/protocol/projector'
import { Quiet } from './quiet'
import { StepLine } from './step-line'
import { fittingSize, WallMatrix } from './wall-matrix'
import { WallWords } from './wall-words'

type AnswersOf = Extract<ProjectedScene, { what: 'answers' }>

/** Width of the wall in em that answers share. */
const wall = 84

/** One answer or two side by side, as they were typed, under the flowers of those who typed them. */
export function AnswersScene({ scene, half }: { scene: AnswersOf; half: boolean }) {
  const { step, answers } = scene
  // Both answers may be of one person.
  const people = new Set(answers.map(({ flower }) => flower)).size
  const words = people === 2 ? 'Two of us typed this for' : 'One of us typed this for'
  const room = wall / (half ? 2 : 1) / Math.max(1, answers.length)
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-[1.6em]">
      {step.question ? (
        <h2 className="line-clamp-3 text-[1.9em] leading-snug font-semibold">
          <Sentence text={step.question.asked} />
        </h2>
      ) : (
        <StepLine step={step} words={words} />
      )}
      <div className="flex min-h-0 flex-1 items-start justify-around gap-[2em] overflow-hidden">
        {answers.map(answer => (
          <Answer
            key={JSON.stringify([answer.flower, answer.cells])}
            answer={answer}
            step={step}
            room={room}
          />
        ))}
        {answers.length === 0 && (
          <Quiet>This answer is no longer there. Show another one: open a cell on the board.</Quiet>
        )}
      </div>
    </div>
  )
}

function Answer({ answer, step, room }: { answer: ProjectedAnswer; step: AnswersOf['step']; room: number }) {
  const { flower, cells, verdicts } = answer
  const shape = cells.length === 1 ? [] : step.shape
  const choice = step.choices?.find(({ value }) => value === cells[0])
  const pads = decimalPads(cells, gridBlocks(shape)[0]?.columns ?? 1, shownMost)
  return (
    <section data-testid="projected-answer" aria-label={flower} className="min-w-0">
      <p className="mb-[0.8em] flex items-center gap-[0.8em]">
        <span className="text-[1.5em] font-semibold">{flower}</span>
        {verdicts && (
          <span className="[&>span]:gap-[0.4em] [&>span]:px-[0.7em] [&>span]:text-[1.3em] [&>span]:leading-[1.6] [&_svg]:size-[1em]">
            <StatePill state={verdicts.whole} />
          </span>
        )}
      </p>
      {step.question ? (
        <WallWords question={step.question} choices={step.choices ?? []} cells={cells} wide={room} />
      ) : choice ? (
        <p className="text-[2em]">
          {choice.mathml === null ? <Sentence text={choice.text} /> : <MathFormula mathml={choice.mathml} />}
        </p>
      ) : (
        <WallMatrix
          shape={shape}
          size={sizeOf(answer, shape, room)}
          cell={place => (
            <Entry
              key={place}
              text={cells[place] ?? ''}
              pad={pads[place] ?? noPad}
              verdict={verdicts?.cells[place] ?? null}
            />
          )}
        />
      )}
    </section>
  )
}

/** The most characters of an entry that are shown. */
const shownMost = 18

/** The size at which the whole answer has room, in frames and with marks; within what can be read. */
function sizeOf({ cells }: ProjectedAnswer, shape: readonly number[], wide: number): number {
  const longest = Math.max(2, ...cells.map(text => Math.min(shownMost, text.length)))
  const size = fittingSize(shape, { longest: longest + 3, tallest: 1.9 }, { wide, high: 32 })
  return Math.max(0.6, Math.min(2.4, size))
}

interface EntryProps {
  text: string
  /** What lines up its decimal point. */
  pad: Pad
  verdict: keyof typeof stateLooks | null
}

function Entry({ text, pad: { left, right }, verdict }: EntryProps) {
  const look = verdict && stateLooks[verdict]
  return (
    <span
      data-verdict={verdict ?? undefined}
      className={`flex min-w-[3.4em] items-center justify-center gap-[0.5em] rounded-[0.3em] border border-line-2 px-[0.6em] leading-[1.7] tabular-nums ${look ? look.ground : 'bg-sheet'}`}
    >
      <span
        className="max-w-[11em] truncate"
        style={{ paddingLeft: `${left}ch`, paddingRight: `${right}ch` }}
      >
        {withMinus(text)}
      </span>
      {look && (
        <span className={look.ink}>
          <span className="grid size-[0.7em] place-items-center [&_svg]:size-full">
            <Icon name={look.icon} />
          </span>
          <span className="sr-only">{look.word}</span>
        </span>
      )}
    </span>
  )
}
