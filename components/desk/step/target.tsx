import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import type { PublicStep } from '@/lib/protocol/exercise'

/** A step about one quantity shows it typeset; others (a nudge, a descent) name it in words, and a question is asked. */
export function Target({ step, big = false }: { step: PublicStep; big?: boolean }) {
  if (step.question) {
    return (
      <span
        className={
          big ? 'text-[1.15rem] leading-snug font-semibold break-words' : 'line-clamp-1 text-[0.95rem]'
        }
      >
        <Sentence text={step.question.asked} />
      </span>
    )
  }
  const inWords = step.node === null
  return (
    <span className="flex min-w-0 items-center gap-3.5">
      {inWords ? (
        <InWords step={step} big={big} />
      ) : (
        <>
          <MathFormula mathml={step.mathml} className={big ? 'text-2xl max-sm:text-xl' : 'text-[0.95rem]'} />
          <span className="sr-only">{step.title}</span>
        </>
      )}
      <Shape step={step} big={big} />
    </span>
  )
}

function InWords({ step: { title, phrase = title, family }, big }: { step: PublicStep; big: boolean }) {
  const look = big ? 'text-xl font-semibold' : 'text-[0.95rem]'
  // A parameter's name keeps its own case.
  const begin = family?.member === 'param' ? '' : 'first-letter:uppercase'
  return (
    <span className={`inline-block ${begin} ${look}`}>
      <Sentence text={phrase} />
    </span>
  )
}

function Shape({ step, big }: { step: PublicStep; big: boolean }) {
  if (step.shape.length === 0) return null
  return (
    <span className={`shrink-0 tabular-nums text-ink-2 ${big ? 'text-[1.35rem] font-semibold' : 'text-sm'}`}>
      {step.shape.join(big ? ' × ' : '×')}
    </span>
  )
}
