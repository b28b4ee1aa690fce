import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

interface ItemLeadProps {
  /** All steps are filled in. */
  example: boolean
  /** How many are. */
  filled: number
  draws: boolean
  /** Something was answered. */
  started: boolean
  finished: boolean
  onBegin: () => void
  onFresh: () => void
  onExample: () => void
}

/** What is to be done with an item, above its steps, and the way between the worked example and one's own numbers. */
export function ItemLead(props: ItemLeadProps) {
  const { example, filled, draws, started, finished, onBegin, onFresh, onExample } = props
  const say = useTranslations('exercises')
  if (example) {
    return (
      <section
        data-testid="example"
        aria-label={say('example')}
        className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-sheet bg-chalk-ground px-5 py-3 text-chalk-ink max-sm:px-4"
      >
        <p>
          <strong className="font-semibold">{say('example')}.</strong>{' '}
          {draws ? say('exampleSays') : say('exampleSaysSame')}
        </p>
        <Button kind="act" data-testid="begin" className="max-sm:w-full" onClick={onBegin}>
          {draws ? say('yourTurn') : say('yourTurnSame')}
        </Button>
      </section>
    )
  }
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 text-[0.95rem] text-ink-2 empty:hidden">
      {filled > 0 && <p data-testid="filled">{say('filled', { filled })}</p>}
      {started ? (
        !finished && (
          <Button kind="quiet" size="small" data-testid="anew" className="-ml-3" onClick={onFresh}>
            {draws ? say('fresh') : say('anew')}
          </Button>
        )
      ) : (
        <Button kind="quiet" size="small" data-testid="show-example" className="-ml-3" onClick={onExample}>
          {say('showExample')}
        </Button>
      )}
    </div>
  )
}
