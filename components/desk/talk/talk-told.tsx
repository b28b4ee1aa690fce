import { Button } from '@/components/ui/button'
import { Typed } from '@/components/ui/typed'
import type { DeskView } from '@/lib/client/desk-view'
import { type DeskPoll, takesVotes, underWay } from '@/lib/protocol/poll'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { DeskMessage } from '@/lib/protocol/talk'
import { GoThere, StepName, stepIn } from '../notices/pace-told'
import type { Told } from '../notices/told'
import { pollButton, pollLine, voteOfNow } from './poll-words'

interface Talk {
  readonly view: DeskView
  /** The step that is unfolded. */
  readonly here: { readonly version: string | null; readonly step: string | null }
  /** The numbers of what was put away. */
  readonly read: ReadonlySet<number>
  readonly onGo: (to: StepAddress) => void
  readonly onAnswer: () => void
  readonly putAway: (id: number) => void
}

/** What the teacher says: the question to the class first, then messages, the newest first. */
export function talkTold(talk: Talk): Told[] {
  const { poll, messages } = talk.view.talk
  const unread = messages.filter(({ id }) => !talk.read.has(id)).toReversed()
  const called = poll && (underWay(poll.phase) || !talk.read.has(poll.since)) ? [pollTold(poll, talk)] : []
  return [...called, ...unread.map(message => messageTold(message, talk))]
}

function putAwayBy(id: number, putAway: Talk['putAway']): NonNullable<Told['dismiss']> {
  return { label: 'Dismiss', testid: 'put-away', onPress: () => putAway(id) }
}

function messageTold({ id, at, text, on }: DeskMessage, { view, here, onGo, putAway }: Talk): Told {
  const step = on && stepIn(view, on)
  const away = on && step && !(on.version === here.version && on.step === here.step)
  return {
    id: `message ${id}`,
    testid: 'message',
    tone: 'plain',
    said: true,
    at,
    line: <Typed text={text} />,
    ...(step && {
      more: (
        <>
          about <StepName step={step} />
        </>
      ),
    }),
    ...(away && { act: <GoThere testid="message-go" onGo={() => onGo(on)} /> }),
    dismiss: putAwayBy(id, putAway),
  }
}

function pollTold(poll: DeskPoll, { onAnswer, putAway }: Talk): Told {
  const voted = voteOfNow(poll) !== null
  const asks = takesVotes(poll.phase) && !voted
  return {
    // A vote, and each turn of the poll, are other things to be told.
    id: `poll ${poll.since} ${voted}`,
    testid: 'poll-call',
    tone: asks ? 'chalk' : 'plain',
    line: voted ? 'Your vote is in.' : pollLine(poll.phase),
    more: <Typed text={poll.question} />,
    act: (
      <Button size="small" kind={asks ? 'act' : 'plain'} data-testid="poll-answer" onClick={onAnswer}>
        {pollButton(poll)}
      </Button>
    ),
    ...(!underWay(poll.phase) && { dismiss: putAwayBy(poll.since, putAway) }),
  }
}
