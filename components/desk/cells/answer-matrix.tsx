import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import type { Vocabulary } from '@/lib/language/answer/vocabulary'
import type { PublicStep } from '@/lib/protocol/exercise'
import { plainText } from '@/lib/words/text'
import { AnswerWords } from './answer-words'
import { decimalPads } from './decimal'
import { gridBlocks } from './grid-layout'
import { useTypeset } from './use-typeset'

interface AnswerMatrixProps {
  step: PublicStep
  /** Row-major, as text. */
  cells: readonly string[]
  vocabulary: Vocabulary
}

/** An answer to a step, typeset: a matrix of its cells, the choice that was made, or words. */
export function AnswerMatrix({ step, cells, vocabulary }: AnswerMatrixProps) {
  if (step.question)
    return <AnswerWords question={step.question} choices={step.choices ?? []} cells={cells} />
  const shape = cells.length === 1 ? [] : step.shape
  return (
    <div className="flex min-w-0 flex-col gap-2 overflow-x-auto">
      {gridBlocks(shape).map(({ slice, first, rows, columns }) => {
        const own = Array.from({ length: rows * columns }, (_, place) => cells[first + place] ?? '')
        const pads = decimalPads(own, columns)
        return (
          <div key={first} className="flex items-center gap-3">
            {slice.length > 0 && (
              <span className="w-14 shrink-0 text-sm text-ink-2 tabular-nums">
                [{slice.join(', ')}, ·, ·]
              </span>
            )}
            <div className={shape.length === 0 ? '' : 'matrix-brackets px-3 py-1.5'}>
              <div
                className="grid w-max gap-x-4 gap-y-1.5"
                style={{ gridTemplateColumns: `repeat(${columns}, max-content)` }}
              >
                {own.map((text, place) => (
                  <Entry
                    // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
                    key={place}
                    text={text}
                    blank={pads[place]?.right ?? 0}
                    step={step}
                    vocabulary={vocabulary}
                  />
                ))}
              </div>
            </div>
          </div>
        )
      })}
    </div>
  )
}

interface EntryProps {
  text: string
  /** What lines up its decimal point, in figures. */
  blank: number
  step: PublicStep
  vocabulary: Vocabulary
}

function Entry({ text, blank, step, vocabulary }: EntryProps) {
  const typeset = useTypeset(text)
  const choice = step.choices?.find(({ value }) => value === text)
  if (choice) {
    return (
      <span data-entry={text}>
        {choice.mathml === null ? (
          <Sentence text={choice.text} />
        ) : (
          <>
            <MathFormula mathml={choice.mathml} />
            <span className="sr-only">{plainText(choice.text)}</span>
          </>
        )}
      </span>
    )
  }
  const read = typeset?.(text, step, vocabulary)
  return (
    <span data-entry={text} className="text-right font-math" style={{ paddingRight: `${1.12 * blank}ch` }}>
      {read?.ok ? <MathFormula mathml={read.mathml} /> : text}
    </span>
  )
}
