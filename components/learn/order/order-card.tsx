import { useTranslations } from 'next-intl'
import { Fitted } from '@/components/ui/fitted'
import { MathFormula } from '@/components/ui/math'
import { Pill } from '@/components/ui/pill'
import { Sheet } from '@/components/ui/sheet'
import type { ShownOrder } from '@/lib/protocol/learn-order'
import { ExerciseMark } from '../marks'
import { OrderLive } from './order-live'
import { type OrderWords, orderWords } from './words'

/** The lines of a worked solution, to be put in order; readable, and for paper, where no script runs. */
export function OrderCard({ order }: { order: ShownOrder }) {
  const say = useTranslations('order')
  const { slug, title, lines } = order
  const id = `order-${slug}`
  const words = Object.fromEntries(orderWords.map(word => [word, String(say.raw(word))])) as OrderWords
  return (
    <Sheet lit className="my-7 p-5 max-sm:p-4" role="group" aria-labelledby={id} data-testid={id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Pill tone="chalk">{say('kind')}</Pill>
        <h3 id={id} className="text-[1.05rem] font-semibold">
          {say('title', { title })}
        </h3>
        <ExerciseMark slug={id} mastered={say('mastered')} toward={String(say.raw('toward'))} />
      </div>
      <p className="mt-3 text-[0.95rem] text-ink-2">{say('task')}</p>
      <OrderLive slug={slug} words={words} begin={say('begin')}>
        <ul className="mt-3">
          {lines.map(({ text, mathml }) => (
            <li key={text} className="border-t border-line py-2 first:border-t-0">
              <Fitted>
                <MathFormula mathml={mathml} />
              </Fitted>
            </li>
          ))}
        </ul>
      </OrderLive>
      <noscript>
        <p className="mt-2 text-[0.95rem] text-ink-2">{say('paper')}</p>
      </noscript>
    </Sheet>
  )
}
