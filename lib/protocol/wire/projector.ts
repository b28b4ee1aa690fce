import { ProjectorView } from '../projector'
import { acknowledgedNews, ask, ClassAuth, type Contract, Ended, Nothing, news } from './contract'

/**
 * The page that everybody sees, and the server. Its messages carry no name and no id of a student: where one has to be told
 * from another, a flower stands (lib/classroom/pseudonyms.ts).
 */
export const projectorContract = {
  namespace: '/projector',
  auth: ClassAuth,
  asks: {
    /** After every (re)connection: asks for `view`s from now on. */
    enter: ask(Nothing, Nothing),
  },
  news: {
    /** The next view is sent only when the last was acknowledged, and shows the class as it is by then. */
    view: acknowledgedNews(ProjectorView),
    /** The right to be here is over. */
    ended: news(Ended),
  },
} as const satisfies Contract
export type ProjectorContract = typeof projectorContract
