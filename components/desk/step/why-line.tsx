import { Sentence } from '@/components/ui/sentence'
import type { StepVerdict } from '@/lib/protocol/verdict'
import { firstSentence } from '@/lib/words/text'

/** Below a step that was answered a moment ago and has folded: what its verdict said, and why it is right. */
export function WhyLine({ result }: { result: StepVerdict }) {
  const [first, why] = firstSentence(result.message)
  return (
    <p
      data-testid="why"
      className={`animate-[appear_0.2s] px-4 pb-3 text-[0.92rem] break-words ${result.verdict === 'follows' ? 'text-follows' : 'text-right-ink'}`}
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
