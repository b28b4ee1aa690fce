import type { ClassEvent } from '@/lib/classroom/events'
import type { LogEntry } from '@/lib/classroom/log'
import type { OrRefused, Refused } from '@/lib/classroom/refusal'
import type { StepHints } from '@/lib/protocol/desk'
import type { ExceptCommand } from '@/lib/protocol/exceptions'
import type { PacingCommand } from '@/lib/protocol/pacing'
import type { PeopleCommand } from '@/lib/protocol/people'
import type { PollCommand, Vote } from '@/lib/protocol/poll'
import type { Hand } from '@/lib/protocol/presence'
import type { ShowCommand } from '@/lib/protocol/projector'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { SayCommand } from '@/lib/protocol/talk'
import type { Message } from '@/lib/words/argument'
import type { Live } from './live'
import type { Room } from './room'
import type { ClassExercise } from './shelf'

/** What can be wanted of a class besides answers, by its name. */
export interface Commands {
  /** Teachers send these. */
  readonly pace: PacingCommand
  readonly say: SayCommand
  readonly poll: PollCommand
  readonly show: ShowCommand
  /** Ids of exercise versions in their new order. */
  readonly choose: { readonly versions: readonly string[] }
  readonly people: PeopleCommand
  readonly except: ExceptCommand
  /** Students send these; teachers too take a hand down. */
  readonly hint: StepAddress
  readonly hand: { readonly student: string; readonly up: boolean }
  readonly vote: Vote
}
export type CommandName = keyof Commands

/** What a good answer holds, where it holds anything. */
interface Answers {
  readonly hint: { readonly hints: StepHints }
  readonly hand: Hand
}
export type AnswerTo<Name extends CommandName> = Name extends keyof Answers ? Answers[Name] : object

/** A command as plain data, so that another process can send it. */
export interface Ordered<Name extends CommandName> {
  /** Id of the class. */
  readonly class: string
  /** Id of the teacher or the student. */
  readonly who: string
  /** The page that asks, which learns of the outcome by its answer; null where all pages are told alike. */
  readonly page: string | null
  readonly name: Name
  readonly command: Commands[Name]
}

/** What pages are told because of a command, besides what the log's table says of an entry. */
export type News =
  | { readonly tell: 'talk'; readonly to: readonly string[] }
  | { readonly tell: 'desk'; readonly to: string }
  | { readonly tell: 'hints'; readonly to: string; readonly hints: StepHints }
  | { readonly tell: 'hand'; readonly to: string; readonly up: boolean }
  /** Closes a student's pages for good. */
  | { readonly tell: 'ended'; readonly to: string; readonly message: Message }
  /** Cuts a student's pages without a word: they come back as whoever they are then. */
  | { readonly tell: 'cut'; readonly to: string }
  /** Somebody who waited was let in, or (with a message) turned away. */
  | { readonly tell: 'waited'; readonly to: string; readonly message: Message | null }
  /** The door is read anew for the boards. */
  | { readonly tell: 'door' }
  /** The class is deleted. */
  | { readonly tell: 'over'; readonly message: Message }

/** What a command leads to. */
export interface Outcome<Answer = object> {
  readonly answer: Answer
  /** For the class's log: appended, then applied, in this order. */
  readonly log?: readonly LogEntry[]
  /** What the class works on now; its rows say so already. */
  readonly exercises?: readonly ClassExercise[]
  /** Two entries that are one now; their rows say so already. */
  readonly merged?: { readonly kept: string; readonly other: string }
  /** What rows besides the log say already, to be applied. */
  readonly events?: readonly ClassEvent[]
  readonly tell?: readonly News[]
  /** Students whose verdicts may rest on something that has changed ([G5]). */
  readonly regrade?: readonly string[]
}

export interface Handler<Name extends CommandName> {
  /** Whose turns it waits for, in this order: of the class, of students. */
  lanes(ordered: Ordered<Name>): readonly string[]
  /** Said where too much waits for one of these turns. */
  readonly crowded: Refused
  /** Says what is to be recorded and who is to be told. It writes no rows but those of people, doors and exercises. */
  decide(room: Room, ordered: Ordered<Name>, live: Live): Promise<OrRefused<Outcome<AnswerTo<Name>>>>
}
