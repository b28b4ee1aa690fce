import * as z from 'zod/mini'
import { BoardDelta, BoardSnapshot, ChooseExercises } from '../board'
import {
  AskAttempts,
  AskDesk,
  AskTyped,
  Attempt,
  DeskStep,
  LowerHand,
  TypedAnswers,
  WordsAnswers,
} from '../board-asks'
import { ExceptCommand } from '../exceptions'
import { PublicExercise } from '../exercise'
import { PacingCommand } from '../pacing'
import { AskRoster, PeopleCommand, RosterReading } from '../people'
import { PollCommand, WrongAnswers } from '../poll'
import { AskExercise, AskWorked, ShowCommand } from '../projector'
import { SolutionLine } from '../solution'
import { StepAddress } from '../step-address'
import { SayCommand } from '../talk'
import { acknowledgedNews, ask, ClassAuth, type Contract, Ended, Nothing, news } from './contract'

/** A teacher's browser and the server. */
export const boardContract = {
  namespace: '/board',
  auth: ClassAuth,
  asks: {
    /** After every (re)connection, and where a delta is missing: the board as the server has it. */
    enter: ask(Nothing, z.strictObject({ board: BoardSnapshot })),
    /** What a student typed at a step, the oldest first. */
    attempts: ask(AskAttempts, z.strictObject({ attempts: z.array(Attempt) })),
    /** Makes these exercise versions, in this order, what the class works on. */
    choose: ask(ChooseExercises, Nothing),
    pace: ask(PacingCommand, Nothing),
    /** What those typed whose latest answer to a step is one mistake. */
    typed: ask(AskTyped, TypedAnswers),
    /** What the class answered to a question in words. */
    answers: ask(StepAddress, WordsAnswers),
    /** One student's desk in one exercise. */
    desk: ask(AskDesk, z.strictObject({ steps: z.array(DeskStep) })),
    /** Takes a student's hand down. */
    lower: ask(LowerHand, Nothing),
    /** Says something to students, or takes it back. */
    say: ask(SayCommand, Nothing),
    /** Opens a poll, or closes it. */
    poll: ask(PollCommand, Nothing),
    /** What a poll about a step can be made of. */
    'wrong-answers': ask(StepAddress, WrongAnswers),
    /** Changes who is in the class, and how one comes in. */
    people: ask(PeopleCommand, Nothing),
    /** Allows one student what the class is not allowed, or takes that back. */
    except: ask(ExceptCommand, Nothing),
    /** A roster as it would be read; null for the one that is stored. */
    roster: ask(AskRoster, RosterReading),
    /** Puts something on the projector. */
    show: ask(ShowCommand, Nothing),
    /** All lines of a step's worked solution. */
    worked: ask(AskWorked, z.strictObject({ lines: z.array(SolutionLine) })),
    /** An exercise as its public view has it. */
    exercise: ask(AskExercise, z.strictObject({ exercise: PublicExercise })),
  },
  news: {
    /** The next delta is sent only when the last was acknowledged; it merges everything that came in between. */
    delta: acknowledgedNews(BoardDelta),
    /** The right to be here is over. */
    ended: news(Ended),
  },
} as const satisfies Contract
export type BoardContract = typeof boardContract
