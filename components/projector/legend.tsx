import { Icon } from '@/components/ui/icon'
import { stateLooks } from '@/components/ui/state'

const entries = [
  ['right', 'right'],
  ['follows', 'follows'],
  ['wrong', 'not yet'],
  ['working', 'at work'],
] as const

/** What the shapes mean, and of how many. */
export function Legend({ of }: { of: string | null }) {
  return (
    <p className="flex flex-wrap items-center justify-center gap-x-[1.6em] gap-y-[0.3em] text-[1.3em] text-ink-2">
      {entries.map(([state, word]) => (
        <span key={state} className="flex items-center gap-[0.4em]">
          <span className={`grid size-[1em] place-items-center [&_svg]:size-full ${stateLooks[state].ink}`}>
            <Icon name={stateLooks[state].icon} />
          </span>
          {word}
        </span>
      ))}
      {of && <span>{of}</span>}
    </p>
  )
}
