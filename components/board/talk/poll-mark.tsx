import { Icon } from '@/components/ui/icon'
import { type BoardPoll, underWay } from '@/lib/protocol/poll'
import { votesIn } from './poll-results'

/** The last poll, and how many have voted; opens it. */
export function PollMark({ poll, onPress }: { poll: BoardPoll; onPress: () => void }) {
  const open = underWay(poll.phase)
  return (
    <button
      type="button"
      data-testid="poll-mark"
      aria-haspopup="dialog"
      onClick={onPress}
      className={`inline-flex min-h-[26px] items-center gap-1.5 rounded-full px-2.5 text-[0.8rem] font-semibold tabular-nums ${
        open ? 'bg-chalk-ground text-chalk-ink' : 'bg-working-ground text-working'
      }`}
    >
      <Icon name={open ? 'dot' : 'tick'} size={14} />
      {open ? 'question' : 'question closed'}: {votesIn(poll) === 1 ? '1 vote' : `${votesIn(poll)} votes`}
    </button>
  )
}
