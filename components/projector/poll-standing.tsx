import { optionLetter } from '@/components/desk/talk/poll-words'
import { Icon } from '@/components/ui/icon'
import type { PollPhase } from '@/lib/protocol/poll'
import type { ProjectedPoll } from '@/lib/protocol/projector'

const words: Record<Exclude<PollPhase, 'right'>, string> = {
  vote: 'Vote on your own screen',
  discuss: 'Talk with the people next to you: which one would you defend, and why?',
  again: 'Vote again',
  closed: '',
  shown: 'What we answered',
}

/** What everybody does now, and how many votes are in: never what for. */
export function PollStanding({ poll }: { poll: ProjectedPoll }) {
  const { phase, voted, of, percent } = poll
  const voting = phase === 'vote' || phase === 'again'
  return (
    <div className="flex items-center gap-[1.6em]">
      <p
        className={`flex items-center gap-[0.5em] rounded-[0.4em] text-[1.7em] leading-tight font-semibold ${
          phase === 'right'
            ? 'text-right-ink'
            : voting || phase === 'discuss'
              ? 'bg-chalk-ground px-[0.6em] py-[0.2em] text-chalk-ink'
              : ''
        }`}
      >
        {phase === 'right' ? <Answered poll={poll} /> : words[phase]}
      </p>
      {voting && (
        <div aria-hidden="true" className="h-[0.9em] min-w-0 flex-1 overflow-hidden rounded-full bg-line">
          <div
            className="h-full rounded-full bg-chalk transition-[width] duration-200"
            style={{ width: `${of === 0 ? 0 : (100 * voted) / of}%` }}
          />
        </div>
      )}
      {phase !== 'right' && (
        <p data-testid="projected-votes" className="shrink-0 text-[1.5em] text-ink-2 tabular-nums">
          {percent ? `${voted} % voted` : `${voted} of ${of} voted`}
        </p>
      )}
    </div>
  )
}

function Answered({ poll: { right, options } }: { poll: ProjectedPoll }) {
  return (
    <>
      <span className="grid size-[1em] place-items-center [&_svg]:size-full">
        <Icon name="tick" />
      </span>
      {right === null || right === options.length
        ? 'None of these is right'
        : `${optionLetter(right)} is right`}
    </>
  )
}
