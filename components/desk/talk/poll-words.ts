import type { DeskPoll, PollPhase } from '@/lib/protocol/poll'

const titles: Record<PollPhase, string> = {
  vote: 'A question to the class',
  discuss: 'Talk about it',
  again: 'The same question again',
  closed: 'A question to the class',
  shown: 'What the class answered',
  right: 'What the class answered',
}

export const pollTitle = (phase: PollPhase): string => titles[phase]

const lines: Record<PollPhase, string> = {
  vote: 'Your teacher asks the class:',
  discuss: 'Your teacher asks you to talk about it:',
  again: 'Your teacher asks the class once more:',
  closed: 'Your teacher asked the class:',
  shown: 'Your teacher shows what the class answered.',
  right: 'Your teacher shows which answer is right.',
}

/** What a notice says of a question. */
export const pollLine = (phase: PollPhase): string => lines[phase]

/** A student's own vote in the vote of now; null where there is none yet, or no vote is taken. */
export function voteOfNow({ phase, mine }: DeskPoll): number | null {
  if (phase === 'vote') return mine.first
  return phase === 'again' ? mine.second : null
}

/** What the button that opens the question says. */
export function pollButton(poll: DeskPoll): string {
  switch (poll.phase) {
    case 'vote':
    case 'again':
      if (voteOfNow(poll) !== null) return 'Change my vote'
      return poll.phase === 'vote' ? 'Answer' : 'Vote again'
    case 'discuss':
      return 'See the answers'
    default:
      return 'See the votes'
  }
}

/** The letter by which everybody calls an option. */
export const optionLetter = (place: number): string => String.fromCharCode(65 + place)
