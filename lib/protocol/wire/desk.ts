import * as z from 'zod/mini'
import { DeskSnapshot, StepHints, Submit } from '../desk'
import { DeskPacing } from '../pacing'
import { Vote } from '../poll'
import { Attend, Hand } from '../presence'
import { ClassProgress } from '../progress'
import { SentReceipt } from '../receipt'
import { SolutionLine } from '../solution'
import { StepAddress } from '../step-address'
import { StepRecord } from '../step-record'
import { DeskTalk } from '../talk'
import { ask, ClassAuth, type Contract, Ended, Nothing, news } from './contract'

/** One student's browser and the server. Who the student is comes from the cookie alone, which must be of the same class. */
export const deskContract = {
  namespace: '/desk',
  auth: ClassAuth,
  asks: {
    /** After every (re)connection: the desk as the server has it. */
    enter: ask(Nothing, z.strictObject({ desk: DeskSnapshot })),
    submit: ask(Submit, SentReceipt),
    /** Something is being typed at this step; not stored. */
    working: ask(StepAddress, Nothing),
    /** The next hint to a step. */
    hint: ask(StepAddress, z.strictObject({ hints: StepHints })),
    /** This page can be seen, or not; not stored. */
    attend: ask(Attend, Nothing),
    /** Puts the student's hand up or down. */
    hand: ask(Hand, Hand),
    vote: ask(Vote, Nothing),
    /** The worked solution of a step that was revealed. */
    solution: ask(StepAddress, z.strictObject({ lines: z.array(SolutionLine) })),
  },
  news: {
    /** The whole desk anew, because the class's exercises changed, or what is told of them. */
    desk: news(DeskSnapshot),
    /** An answer given in another tab or on another device of the same student. */
    record: news(StepRecord),
    /** The teacher changed the pace, and nothing else on this desk. */
    pacing: news(DeskPacing),
    /** A hint asked for on another page of the same student. */
    hints: news(StepHints),
    /** The hand was put up or down on another page, or taken down by the teacher. */
    hand: news(Hand),
    /** How far the class is: sent with every connection, then when it has changed, at most every few seconds. */
    progress: news(ClassProgress),
    /** The teacher said something or took it back, a poll was opened or closed, or this student voted. */
    talk: news(DeskTalk),
    /** This student's session ended: signed out here or elsewhere, removed, or the class was deleted. */
    ended: news(Ended),
  },
} as const satisfies Contract
export type DeskContract = typeof deskContract
