import { Notice, type NoticeTone } from '@/components/ui/notice'
import type { StepVerdict, Verdict } from '@/lib/protocol/verdict'

const tones: Record<Verdict, NoticeTone> = {
  right: 'right',
  follows: 'follows',
  wrong: 'wrong',
  invalid: 'plain',
}

/** What a verdict says below the grid: its first sentence weighs more than the rest, which is left out where the cells' own words already stand above (`listed`). */
export function VerdictMessage({ result, listed }: { result: StepVerdict; listed: boolean }) {
  const [, first = result.message, rest = ''] = /^(.*?[.!?])\s+(.*)$/s.exec(result.message) ?? []
  return (
    <Notice tone={tones[result.verdict]} icon={result.verdict === 'right'}>
      <p data-testid="step-message" className="break-words">
        <strong className="font-semibold">{first}</strong>
        {rest && !(listed && result.verdict === 'invalid') && <span className="text-ink"> {rest}</span>}
      </p>
    </Notice>
  )
}
