import { Notice, type NoticeTone } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { StepVerdict, Verdict } from '@/lib/protocol/verdict'
import { firstSentence } from '@/lib/words/text'

const tones: Record<Verdict, NoticeTone> = {
  right: 'right',
  follows: 'follows',
  wrong: 'wrong',
  invalid: 'plain',
  answered: 'plain',
}

/** What a verdict says below the grid: its first sentence weighs more than the rest, which is left out where the cells' own words already stand above (`listed`). */
export function VerdictMessage({ result, listed }: { result: StepVerdict; listed: boolean }) {
  const [first, rest] = firstSentence(result.message)
  return (
    <Notice tone={tones[result.verdict]} icon={result.verdict === 'right'}>
      <p data-testid="step-message" className="break-words">
        <strong className="font-semibold">
          <Sentence text={first} />
        </strong>
        {rest && !(listed && result.verdict === 'invalid') && (
          <span className="text-ink">
            {' '}
            <Sentence text={rest} />
          </span>
        )}
      </p>
    </Notice>
  )
}
