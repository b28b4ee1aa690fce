import { useTranslations } from 'next-intl'
import type { ShownRung } from './library'

/** `due`: mastered, and back for a review. */
export type RungState = 'mastered' | 'due' | 'next' | 'open'

const looks: Record<RungState, string> = {
  mastered: 'border-right-ink/40 bg-right-ground text-right-ink',
  due: 'border-right-ink/40 bg-right-ground text-right-ink',
  next: 'border-2 border-chalk bg-chalk-ground font-semibold text-chalk-ink',
  open: 'border-line-2 bg-sheet hover:border-ink-2',
}

/** One exercise of the ladder, as a link. Its state is said in words to whoever does not see the colour. */
export function RungChip({ rung: { slug, number, title }, state }: { rung: ShownRung; state: RungState }) {
  const say = useTranslations('exercises')
  const words = { mastered: say('mastered'), due: say('isDue'), next: say('isNext'), open: '' }[state]
  const sign = state === 'mastered' ? '✓' : state === 'due' ? '↻' : number
  return (
    <a
      href={`/learn/exercises/${slug}`}
      data-testid="rung"
      data-rung={slug}
      data-state={state}
      aria-current={state === 'next' ? 'step' : undefined}
      className={`inline-flex min-h-9 max-w-full items-center gap-2 rounded-box border px-3 py-1 text-[0.95rem] no-underline max-sm:min-h-11 ${looks[state]}`}
    >
      {sign !== null && (
        <span aria-hidden="true" className="text-[0.8rem] font-semibold tabular-nums">
          {sign}
        </span>
      )}
      <span className="min-w-0">{title}</span>
      {words && <span className="sr-only">, {words}</span>}
    </a>
  )
}
