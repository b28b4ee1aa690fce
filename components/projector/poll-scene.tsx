import { optionLetter } from '@/components/desk/talk/poll-words'
import { Typed } from '@/components/ui/typed'
import type { ProjectedPoll } from '@/lib/protocol/projector'
import { arrangementOf } from './poll-layout'
import { PollOption } from './poll-option'
import { PollStanding } from './poll-standing'
import { Quiet } from './quiet'
import { StepLine } from './step-line'

/** A question to the class: its answers by their letters, how far the vote is, and at the end the votes and the right one. */
export function PollScene({ poll, half }: { poll: ProjectedPoll | null; half: boolean }) {
  if (poll === null) {
    return (
      <Quiet>
        No question is open. Ask one on the board: press the head of a column, then “Ask the class”.
      </Quiet>
    )
  }
  const { step, question, options, right } = poll
  const arrangement = arrangementOf(poll, half)
  const places = [...options.map(({ cells }) => cells), null]
  return (
    <section
      data-testid="projected-poll"
      data-phase={poll.phase}
      className="flex min-h-0 min-w-0 flex-1 flex-col gap-[1em]"
    >
      <h2 className="line-clamp-3 text-[2em] leading-tight font-semibold break-words whitespace-pre-line">
        <Typed text={question} />
      </h2>
      <StepLine step={step} words="Answers to" small />
      <PollStanding poll={poll} />
      <ol
        className={`min-h-0 flex-1 gap-[0.7em] ${arrangement.columns > 1 ? 'grid content-start' : 'flex flex-col'}`}
        style={{ gridTemplateColumns: `repeat(${arrangement.columns}, minmax(0, 1fr))` }}
      >
        {places.map((cells, place) => (
          <PollOption
            key={cells === null ? 'none' : optionLetter(place)}
            poll={poll}
            place={place}
            cells={cells}
            arrangement={arrangement}
            right={right === place}
          />
        ))}
      </ol>
    </section>
  )
}
