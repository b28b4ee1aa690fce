import { SimulatedBoard } from '@/lib/simulator/board'
import { Browser } from '@/lib/simulator/browser'
import type { Stored } from '@/lib/simulator/demo'
import { ServerProcess } from '@/tests/server-process'
import type { ClassAt } from './wire'

/** What is measured: a server with a class to be joined. */
export interface Subject {
  readonly name: string
  readonly server: ServerProcess
  readonly at: ClassAt
  readonly exercises: readonly Stored[]
  readonly teacher: Browser
}

/** What a process weighs after garbage was collected, in bytes, and the processor time that it took, in microseconds. */
export interface Weight {
  readonly rss: number
  readonly heap: number
  readonly cpu: number
}

/**
 * Loaded into every server beside its program, so that the product needs nothing for being measured: collects garbage
 * when asked, tells what the process weighs, and ends it with whoever started it.
 */
const scales = `
process.on('message', () => {
  for (let times = 0; times < 3; times += 1) globalThis.gc()
  const { rss, heapUsed: heap } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  process.send({ rss, heap, cpu: user + system })
})
process.on('disconnect', () => process.exit(1))
process.channel.unref()`

const preload = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(scales)}`]

export async function weigh({ server }: Subject): Promise<Weight> {
  return (await server.ask({})) as Weight
}

export async function startChalkgrad(signal: AbortSignal): Promise<Subject> {
  const server = await started([...preload, 'build/server.js'], signal)
  const teacher = new Browser(server.origin)
  const token = server.ownerLink.split('/').at(-1)
  const redeemed = await teacher.post('/api/teach/redeem', {
    token,
    name: 'Dana',
    passphrase: 'chalk and paper',
  })
  if (!redeemed.ok) throw new Error(redeemed.message)
  const opened = await teacher.post('/api/teach/classes', { title: 'Measured' })
  if (!opened.ok) throw new Error(opened.message)
  const classId = String(opened.class)
  const { exercises } = server
  const board = new SimulatedBoard(teacher, classId)
  await board.arrive()
  await board.choose(exercises.map(({ id }) => id))
  const at = { origin: server.origin, classId, code: board.state?.class.code ?? '' }
  board.close()
  return { name: 'chalkgrad', server, at, exercises, teacher }
}

/** `exercises`: those of the product, so that the same answers are sent. */
export async function startYardstick(
  durable: boolean,
  exercises: readonly Stored[],
  signal: AbortSignal,
): Promise<Subject> {
  const role = durable ? 'yardstick-durable' : 'yardstick-memory'
  const server = await started([...preload, process.argv[1] ?? '', role], signal)
  const at = { origin: server.origin, classId: 'yardstick', code: '' }
  return { name: role, server, at, exercises, teacher: new Browser(server.origin) }
}

async function started(program: readonly string[], signal: AbortSignal): Promise<ServerProcess> {
  const server = await ServerProcess.fresh(program)
  signal.addEventListener('abort', () => void server.close())
  return server
}
