import type * as z from 'zod/mini'
import {
  AskDoor,
  AskPass,
  AskRecovery,
  CheckExercise,
  CoTeacher,
  Invite,
  Join,
  Leave,
  OpenClass,
  PreviewExercise,
  Recover,
  Redeem,
  SaveExercise,
  SetPassphrase,
  SignIn,
  SignOut,
  UsePass,
} from '@/lib/protocol/http'
import { AskHint, AskSolution, CheckStep, TakeExercise } from '@/lib/protocol/learn'
import { AskOrder } from '@/lib/protocol/learn-order'
import {
  AskDeskRungs,
  AskLearnerPass,
  FetchFromDesk,
  ForgetLearner,
  KeepWithDesk,
  UseLearnerPass,
} from '@/lib/protocol/learner'
import { limits } from '@/lib/protocol/limits'
import type { Cast, Replies, Role } from './roles'

/** One route, by its method and path. */
export interface HttpRow {
  /** Null for a request without a body. */
  readonly schema: z.ZodMiniType | null
  readonly body: (cast: Cast, role: Role) => object
  readonly replies: Replies
  /**
   * Whether it ends the asking session or changes how others sign in; then each role asks with a session of its own.
   */
  readonly ends?: true
  /** The path that is asked, for a route with `[id]` in it. */
  readonly path?: (cast: Cast) => string
}

const all = (code: Replies['nobody']): Replies => ({
  nobody: code,
  student: code,
  elsewhere: code,
  owner: code,
  coTeacher: code,
  stranger: code,
  gone: code,
})
const onlyTeachers = (inside: Pick<Replies, 'owner' | 'coTeacher' | 'stranger'>): Replies => ({
  ...all('signed-out'),
  ...inside,
})
const anyTeacher = (code: Replies['owner']) => onlyTeachers({ owner: code, coTeacher: code, stranger: code })

/** A message that passes the door and is then refused, because the workers of these tests read no exercise files. */
const tooLarge = { source: '#'.repeat(limits.chalkBytes + 1) }

/** A visitor's work at an exercise that there is not, because the workers of these tests know none of the lesson. */
const visited = { slug: 'no-such', seed: null, answers: [], revealed: [] }

/** Nobody the server knows, with nothing done yet. */
const newcomer = { token: null, progress: { rungs: {}, items: 0 } }

/** Every route x every role. */
export const httpRoutes: Readonly<Record<string, HttpRow>> = {
  'GET /api/health': { schema: null, body: () => ({}), replies: all('ok') },
  'GET /api/oembed': {
    schema: null,
    body: () => ({}),
    path: () => '/api/oembed?url=http%3A%2F%2Fnowhere.example%2F',
    replies: all('not-found'),
  },
  'GET /api/learn/section/[section]': {
    schema: null,
    body: () => ({}),
    path: () => '/api/learn/section/no-such-section',
    replies: all('not-found'),
  },
  'GET /api/teach/classes/[id]/history': {
    schema: null,
    body: () => ({}),
    path: ({ opened }) => `/api/teach/classes/${opened.id}/history`,
    replies: onlyTeachers({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
  },
  'GET /api/teach/classes/[id]/export.csv': {
    schema: null,
    body: () => ({}),
    path: ({ opened }) => `/api/teach/classes/${opened.id}/export.csv`,
    replies: onlyTeachers({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
  },
  'GET /api/teach/classes/[id]/export.xlsx': {
    schema: null,
    body: () => ({}),
    path: ({ opened }) => `/api/teach/classes/${opened.id}/export.xlsx`,
    replies: onlyTeachers({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
  },
  'POST /api/door': {
    schema: AskDoor,
    body: ({ opened }) => ({ code: opened.code }),
    replies: all('ok'),
  },
  'POST /api/pass': {
    schema: AskPass,
    body: ({ opened }) => ({ class: opened.id }),
    replies: { ...all('signed-out'), student: 'ok' },
  },
  'POST /api/pass/use': { schema: UsePass, body: () => ({ pass: 'BCDF2345' }), replies: all('not-found') },
  'POST /api/join': {
    schema: Join,
    body: ({ opened }) => ({ code: opened.code, name: 'Joined' }),
    replies: all('ok'),
  },
  'POST /api/recover': {
    schema: Recover,
    body: ({ opened, recovery }) => ({ code: opened.code, recovery }),
    replies: all('ok'),
  },
  'POST /api/recovery-code': {
    schema: AskRecovery,
    body: ({ opened }) => ({ class: opened.id }),
    replies: { ...all('signed-out'), student: 'ok' },
  },
  'POST /api/learn/exercise': {
    schema: TakeExercise,
    body: () => ({ ...visited, filled: 0 }),
    replies: all('not-found'),
  },
  'POST /api/learn/check': {
    schema: CheckStep,
    body: () => ({ ...visited, step: 'L', cells: ['1'] }),
    replies: all('not-found'),
  },
  'POST /api/learn/hint': {
    schema: AskHint,
    body: () => ({ ...visited, step: 'L', nth: 1 }),
    replies: all('not-found'),
  },
  'POST /api/learn/solution': {
    schema: AskSolution,
    body: () => ({ ...visited, step: 'L', givenUp: true }),
    replies: all('not-found'),
  },
  'POST /api/learn/order': {
    schema: AskOrder,
    body: () => ({ slug: 'no-such-exercise', seed: null, placed: null }),
    replies: all('not-found'),
  },
  'POST /api/learn/pass': { schema: AskLearnerPass, body: () => newcomer, replies: all('ok') },
  'POST /api/learn/pass/use': {
    schema: UseLearnerPass,
    body: () => ({ token: null, pass: 'BCDF2345' }),
    replies: all('not-found'),
  },
  'POST /api/learn/forget': { schema: ForgetLearner, body: () => ({ token: null }), replies: all('ok') },
  'POST /api/learn/desk': {
    schema: AskDeskRungs,
    body: ({ opened }) => ({ class: opened.id }),
    replies: { ...all('signed-out'), student: 'ok' },
  },
  'POST /api/learn/desk/keep': {
    schema: KeepWithDesk,
    body: ({ opened }) => ({ ...newcomer, class: opened.id }),
    replies: { ...all('signed-out'), student: 'ok' },
  },
  'POST /api/learn/desk/fetch': {
    schema: FetchFromDesk,
    body: ({ opened }) => ({ token: null, class: opened.id }),
    replies: { ...all('signed-out'), student: 'ok' },
  },
  'POST /api/leave': {
    schema: Leave,
    body: ({ opened }) => ({ class: opened.id }),
    replies: all('ok'),
    ends: true,
  },
  'POST /api/teach/redeem': {
    schema: Redeem,
    body: () => ({ token: 'none of ours' }),
    replies: all('not-found'),
  },
  'POST /api/teach/sign-in': {
    schema: SignIn,
    body: cast => ({ name: 'Dana', passphrase: cast.passphrase('owner') }),
    replies: all('ok'),
    ends: true,
  },
  'POST /api/teach/sign-out': { schema: SignOut, body: () => ({}), replies: all('ok'), ends: true },
  'POST /api/teach/passphrase': {
    schema: SetPassphrase,
    body: (cast, role) => ({ passphrase: cast.passphrase(role) }),
    replies: anyTeacher('ok'),
    ends: true,
  },
  'POST /api/teach/invite': {
    schema: Invite,
    body: () => ({}),
    replies: onlyTeachers({ owner: 'ok', coTeacher: 'forbidden', stranger: 'forbidden' }),
  },
  'POST /api/teach/classes': {
    schema: OpenClass,
    body: () => ({ title: 'One more' }),
    replies: anyTeacher('ok'),
  },
  'POST /api/teach/co-teachers': {
    schema: CoTeacher,
    body: ({ opened, coTeacher }) => ({ class: opened.id, teacher: coTeacher, named: true }),
    replies: onlyTeachers({ owner: 'ok', coTeacher: 'not-found', stranger: 'not-found' }),
  },
  'POST /api/teach/exercises': {
    schema: SaveExercise,
    body: () => tooLarge,
    replies: anyTeacher('too-large'),
  },
  'POST /api/teach/exercises/check': {
    schema: CheckExercise,
    body: () => tooLarge,
    replies: anyTeacher('too-large'),
  },
  'POST /api/teach/exercises/lint': {
    schema: CheckExercise,
    body: () => tooLarge,
    replies: anyTeacher('too-large'),
  },
  'POST /api/teach/exercises/preview': {
    schema: PreviewExercise,
    // A version that there is not, because the workers of these tests read no exercise files.
    body: () => ({ version: 'a'.repeat(22) }),
    replies: anyTeacher('not-found'),
  },
}
