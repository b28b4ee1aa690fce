import { Sentence } from '@/components/ui/sentence'
import type { Choice, Question } from '@/lib/protocol/exercise'

interface AnswerWordsProps {
  question: Question
  choices: readonly Choice[]
  cells: readonly string[]
}

/** An answer to a question in words, to be read: what was chosen, one below the other, or what was written. */
export function AnswerWords({ question, choices, cells }: AnswerWordsProps) {
  if (question.pick === 'words') {
    return (
      <p
        dir="auto"
        data-entry={cells.join('\n')}
        className="break-words whitespace-pre-wrap [unicode-bidi:plaintext]"
      >
        {cells.join('\n')}
      </p>
    )
  }
  const [only, ...more] = cells
  if (only === undefined) return null
  if (more.length === 0) return <Chosen text={only} choices={choices} />
  return (
    <ul className="list-disc space-y-0.5 pl-5">
      {cells.map(text => (
        <li key={text}>
          <Chosen text={text} choices={choices} />
        </li>
      ))}
    </ul>
  )
}

/** A text that is not offered any more stands as it was sent. */
function Chosen({ text, choices }: { text: string; choices: readonly Choice[] }) {
  return (
    <span data-entry={text} className="break-words">
      <Sentence text={choices.find(({ value }) => value === text)?.text ?? text} />
    </span>
  )
}
