import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import * as door from '@/app/api/door/route'
import * as health from '@/app/api/health/route'
import * as join from '@/app/api/join/route'
import * as learnCheck from '@/app/api/learn/check/route'
import * as learnDeskFetch from '@/app/api/learn/desk/fetch/route'
import * as learnDeskKeep from '@/app/api/learn/desk/keep/route'
import * as learnDesk from '@/app/api/learn/desk/route'
import * as learnExercise from '@/app/api/learn/exercise/route'
import * as learnForget from '@/app/api/learn/forget/route'
import * as learnHint from '@/app/api/learn/hint/route'
import * as learnOrder from '@/app/api/learn/order/route'
import * as learnPass from '@/app/api/learn/pass/route'
import * as learnPassUse from '@/app/api/learn/pass/use/route'
import * as learnSection from '@/app/api/learn/section/[section]/route'
import * as learnSolution from '@/app/api/learn/solution/route'
import * as leave from '@/app/api/leave/route'
import * as oembed from '@/app/api/oembed/route'
import * as pass from '@/app/api/pass/route'
import * as passUse from '@/app/api/pass/use/route'
import * as recover from '@/app/api/recover/route'
import * as recoveryCode from '@/app/api/recovery-code/route'
import * as teachClassesIdExportCsv from '@/app/api/teach/classes/[id]/export.csv/route'
import * as teachClassesIdExportXlsx from '@/app/api/teach/classes/[id]/export.xlsx/route'
import * as teachClassesIdHistory from '@/app/api/teach/classes/[id]/history/route'
import * as teachClasses from '@/app/api/teach/classes/route'
import * as teachCoTeachers from '@/app/api/teach/co-teachers/route'
import * as teachExercisesCheck from '@/app/api/teach/exercises/check/route'
import * as teachExercisesLint from '@/app/api/teach/exercises/lint/route'
import * as teachExercisesPreview from '@/app/api/teach/exercises/preview/route'
import * as teachExercises from '@/app/api/teach/exercises/route'
import * as teachInvite from '@/app/api/teach/invite/route'
import * as teachPassphrase from '@/app/api/teach/passphrase/route'
import * as teachRedeem from '@/app/api/teach/redeem/route'
import * as teachSignIn from '@/app/api/teach/sign-in/route'
import * as teachSignOut from '@/app/api/teach/sign-out/route'

type Params = { params: Promise<never> }
type Handler = (request: Request, params: Params) => Promise<Response>

/** Each by name, so that a bundle holds them too; the matrix finds out one that is missing here. */
const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '/api/door': door,
  '/api/health': health,
  '/api/join': join,
  '/api/learn/check': learnCheck,
  '/api/learn/desk': learnDesk,
  '/api/learn/desk/fetch': learnDeskFetch,
  '/api/learn/desk/keep': learnDeskKeep,
  '/api/learn/exercise': learnExercise,
  '/api/learn/forget': learnForget,
  '/api/learn/hint': learnHint,
  '/api/learn/order': learnOrder,
  '/api/learn/pass': learnPass,
  '/api/learn/pass/use': learnPassUse,
  '/api/learn/section/[section]': learnSection,
  '/api/learn/solution': learnSolution,
  '/api/leave': leave,
  '/api/oembed': oembed,
  '/api/pass': pass,
  '/api/pass/use': passUse,
  '/api/recover': recover,
  '/api/recovery-code': recoveryCode,
  '/api/teach/classes': teachClasses,
  '/api/teach/classes/[id]/export.csv': teachClassesIdExportCsv,
  '/api/teach/classes/[id]/export.xlsx': teachClassesIdExportXlsx,
  '/api/teach/classes/[id]/history': teachClassesIdHistory,
  '/api/teach/co-teachers': teachCoTeachers,
  '/api/teach/exercises': teachExercises,
  '/api/teach/exercises/check': teachExercisesCheck,
  '/api/teach/exercises/lint': teachExercisesLint,
  '/api/teach/exercises/preview': teachExercisesPreview,
  '/api/teach/invite': teachInvite,
  '/api/teach/passphrase': teachPassphrase,
  '/api/teach/redeem': teachRedeem,
  '/api/teach/sign-in': teachSignIn,
  '/api/teach/sign-out': teachSignOut,
}

const routes = Object.entries(modules).map(([path, module]) => ({ pattern: patternOf(path), module }))

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\[(\w+)\]/g, (_, name: string) => `(?<${name}>[^/]+)`)}$`)
}

/** The route handlers as Next would call them, without Next: what is tested is ours. */
export async function serveRoutes(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://test')
  const route = routes.find(({ pattern }) => pattern.test(url.pathname))
  const handler = route?.module[incoming.method ?? ''] as Handler | undefined
  if (!route || !handler) {
    outgoing.writeHead(404).end()
    return
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
  const bodiless = incoming.method === 'GET' || incoming.method === 'HEAD'
  const init = {
    method: incoming.method,
    headers,
    ...(!bodiless && { body: Readable.toWeb(incoming), duplex: 'half' }),
  }
  const params = { ...route.pattern.exec(url.pathname)?.groups } as never
  const response = await handler(new Request(url, init as RequestInit), { params: Promise.resolve(params) })
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
  outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()))
}
