import { MathFormula } from '@/components/ui/math'

export interface Fact {
  readonly key: string
  readonly words?: string
  /** Typeset. */
  readonly name?: string
  readonly is: string
  readonly tone?: 'ink' | 'follows' | 'wrong' | 'chalk'
}

const tones = {
  ink: '',
  follows: 'text-follows',
  wrong: 'text-wrong',
  chalk: 'rounded bg-chalk-ground px-1.5 text-chalk-ink',
}

/** What a figure says at a position. It is announced when it changes. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <div role="status">
      <dl className="mt-3 flex flex-wrap gap-x-7 gap-y-2">
        {facts.map(({ key, words, name, is, tone = 'ink' }) => (
          <div key={key} className="flex items-center gap-2">
            <dt className={words ? 'text-[0.95rem] text-ink-2' : ''}>
              {words} {name && <MathFormula mathml={name} />}
              {name && <span aria-hidden="true"> =</span>}
            </dt>
            <dd className={`font-semibold tabular-nums ${tones[tone]}`}>{is}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
