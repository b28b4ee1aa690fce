import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import type { RungProgress } from '@/lib/protocol/learn-progress'
import type { ShownRung } from './library'

interface NextCardProps {
  rung: ShownRung | null
  /** What is known of it; null until the device was asked, when `rung` is the first. */
  known: RungProgress | 'untouched' | 'all-done' | null
  review: boolean
}

/** The item that comes next, with one way on. */
export function NextCard({ rung, known, review }: NextCardProps) {
  const say = useTranslations('exercises')
  if (known === 'all-done') {
    return (
      <Sheet data-testid="next" className="mt-6 px-6 py-5">
        <h2 className="text-xl font-semibold">{say('allDone')}</h2>
        <p className="mt-1 text-ink-2">{say('allDoneSays')}</p>
      </Sheet>
    )
  }
  if (rung === null) return null
  const { slug, number, title, minutes } = rung
  const begun = known !== null && known !== 'untouched' && known.run !== null
  return (
    <Sheet
      lit
      data-testid="next"
      data-rung={slug}
      className={`mt-6 flex min-h-29 flex-wrap items-center justify-between gap-x-6 gap-y-4 px-6 py-5 max-sm:px-4 ${
        // It stands there from the start, so that nothing moves when the device has answered, and to be read without a script.
        known === null ? '[@media(scripting:enabled)]:invisible' : ''
      }`}
    >
      <div className="min-w-0">
        <p className="text-[0.95rem] text-ink-2">{review ? say('review') : say('next')}</p>
        <h2 className="text-xl font-semibold">
          {number === null ? title : say('numbered', { number, title })}
        </h2>
        <p className="text-ink-2">{says()}</p>
      </div>
      <LinkButton kind="act" href={`/learn/exercises/${slug}`} className="max-sm:w-full">
        {begun ? say('continue') : say('begin')}
      </LinkButton>
    </Sheet>
  )

  function says(): string {
    if (review) return say('reviewSays', { minutes })
    const filled = known === null || typeof known === 'string' ? null : known.filled
    if (filled === null) return say('withExample', { minutes })
    return filled === 0 ? say('withNothing', { minutes }) : say('withFilled', { filled, minutes })
  }
}
