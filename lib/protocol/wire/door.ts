import * as z from 'zod/mini'
import { DoorAnswer } from '../people'
import { ask, ClassAuth, type Contract, Ended, Nothing, news } from './contract'

/** The page of somebody who waits to be let in. */
export const doorContract = {
  namespace: '/door',
  auth: ClassAuth,
  asks: {
    /** Whether the person waits, is in, or was refused. */
    enter: ask(Nothing, z.strictObject({ answer: DoorAnswer })),
  },
  news: {
    /** Let in, or refused. */
    answer: news(DoorAnswer),
    /** The class is over. */
    ended: news(Ended),
  },
} as const satisfies Contract
export type DoorContract = typeof doorContract
