import { Sentence } from '@/components/ui/sentence'
import type { StepVerdict, Verdict } from '@/lib/protocol/verdict'
import { firstSentence } from '@/lib/words/text'

const inks: Partial<Record<Verdict, string>> = { follows: 'text-follows', answered: 'text-ink-2' }

/** Below a step that was answered a moment ago and has folded: what its verdict said, and why it is right. */
export function WhyLine({ result }: { result: StepVerdict }) {
  const [first, why] = firstSentence(result.message)
  return (
    <p
      data-testid="why"
      className={`animate-[appear_0.2s] px-4 pb-3 text-[0.92rem] break-words ${inks[result.verdict] ?? 'text-right-ink'}`}
    >
      <strong className="font-semibold">
        <Sentence text={first} />
      </strong>{' '}
      {why && (
        <span className="text-ink">
          <Sentence text={why} />
        </span>
      )}
    </p>
  )
}
