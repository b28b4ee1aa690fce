import { gridBlocks } from '@/components/desk/cells/grid-layout'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import { StatePill, stateLooks } from '@/components/ui/state'
import type { ProjectedAnswer, ProjectedScene } from '@/lib/protocol/projector'
import { StepLine } from './step-line'

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
      <StepLine step={step} words={words} />
      <div className="flex min-h-0 flex-1 items-start justify-around gap-[2em] overflow-hidden">
        {answers.map(answer => (
          <Answer key={answer.flower} answer={answer} step={step} room={room} />
        ))}
        {answers.length === 0 && (
          <p className="text-[1.4em] text-ink-2">This answer is no longer available.</p>
        )}
      </div>
    </div>
  )
}

function Answer({ answer, step, room }: { answer: ProjectedAnswer; step: AnswersOf['step']; room: number }) {
  const { flower, cells, verdicts } = answer
  const shape = cells.length === 1 ? [] : step.shape
  const choice = step.choices?.find(({ value }) => value === cells[0])
  return (
    <section data-testid="projected-answer" aria-label={flower} className="min-w-0">
      <p className="mb-[0.8em] flex items-center gap-[0.8em]">
        <span className="text-[1.5em] font-semibold">{flower}</span>
        {verdicts && (
          <span className="[&>span]:text-[1.1em] [&>span]:leading-[1.7]">
            <StatePill state={verdicts.whole} />
          </span>
        )}
      </p>
      {choice ? (
        <p className="text-[2em]">
          {choice.mathml === null ? <Sentence text={choice.text} /> : <MathFormula mathml={choice.mathml} />}
        </p>
      ) : (
        <div className="flex flex-col gap-[0.8em]">
          {gridBlocks(shape).map(({ slice, first, rows, columns }) => (
            <div
              key={first}
              className="flex items-center gap-[0.8em]"
              style={{ fontSize: fitting(answer, columns, rows, room) }}
            >
              {slice.length > 0 && (
                <span className="text-[0.6em] text-ink-2 tabular-nums">[{slice.join(', ')}, ·, ·]</span>
              )}
              <div className={shape.length === 0 ? '' : 'matrix-brackets px-[0.5em] py-[0.25em]'}>
                <div
                  className="grid w-max gap-[0.2em]"
                  style={{ gridTemplateColumns: `repeat(${columns}, max-content)` }}
                >
                  {cells.slice(first, first + rows * columns).map((text, place) => (
                    <Entry
                      // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
                      key={place}
                      text={text}
                      verdict={verdicts?.cells[first + place] ?? null}
                    />
                  ))}
                </div>
              </div>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

/** The size for which the longest row and the number of rows leave room. */
function fitting({ cells }: ProjectedAnswer, columns: number, rows: number, room: number): string {
  const longest = Math.max(2, ...cells.map(text => Math.min(24, text.length)))
  const wide = room / (columns * (0.62 * longest + 3.2) + 2)
  const high = 34 / (rows * 1.9)
  return `${Math.max(0.6, Math.min(2.2, wide, high)).toFixed(2)}em`
}

function Entry({ text, verdict }: { text: string; verdict: keyof typeof stateLooks | null }) {
  const look = verdict && stateLooks[verdict]
  return (
    <span
      data-verdict={verdict ?? undefined}
      className={`flex min-w-[3.4em] items-center justify-center gap-[0.5em] rounded-[0.3em] border border-line-2 px-[0.6em] leading-[1.7] tabular-nums ${look ? look.ground : 'bg-sheet'}`}
    >
      <span className="max-w-[18em] truncate">{text}</span>
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
