import { setMaxListeners } from 'node:events'
import { cpus, loadavg } from 'node:os'
import { runNode } from '@/lib/launch/run/process.mjs'
import { Boards } from './live/boards'
import { type Figures, measure } from './live/measure'
import { type Options, readOptions } from './live/options'
import { answerAsPart } from './live/part'
import { Students } from './live/students'
import { type Subject, startChalkgrad, startYardstick } from './live/subject'
import { serveYardstick } from './live/yardstick'

/**
 * `npm run bench -- live --students N [--burst] [--seconds S] [--rate ANSWERS-A-SECOND] [--typing]`: the server of
 * `npm start` beside two yardsticks of the same shape, in one run, over real sockets from other processes. Prints JSON.
 */

/** However it goes, it ends. */
const longestMs = 20 * 60_000

async function conduct(options: Options): Promise<void> {
  const built = await runNode(['lib/launch/start.mjs', '--build-only'])
  if (built !== 0) throw new Error('the server could not be built')
  const stopping = new AbortController()
  const { signal } = stopping
  setMaxListeners(0, signal)
  const stop = (code: number) => {
    stopping.abort()
    // What was started is ended by its id; the folders go away with it.
    setTimeout(() => process.exit(code), 1500)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop(130))
  setTimeout(() => stop(1), longestMs).unref()
  const loadBefore = loadavg()[0]
  const run = async (start: () => Promise<Subject>): Promise<[Figures, Subject]> => {
    const subject = await start()
    console.error(`measuring ${subject.name} …`)
    try {
      return [await measure(subject, options, signal), subject]
    } finally {
      await subject.server.close()
    }
  }
  try {
    const [chalkgrad, { exercises }] = await run(() => startChalkgrad(signal))
    const [durable] = await run(() => startYardstick(true, exercises, signal))
    const [memory] = await run(() => startYardstick(false, exercises, signal))
    const about = { node: process.version, cpu: cpus()[0]?.model ?? null, cores: cpus().length, ...options }
    const machineLoad = { before: loadBefore, after: loadavg()[0] }
    const ratios = { durable: ratio(chalkgrad, durable), memory: ratio(chalkgrad, memory) }
    console.log(
      JSON.stringify({ about: { ...about, machineLoad }, chalkgrad, durable, memory, ratios }, null, 2),
    )
  } catch (error) {
    if (signal.aborted) return
    console.error(error)
    stop(1)
  }
}

/** How many times the yardstick's time ours takes, and of its answers a second ours manages. */
function ratio(ours: Figures, yardstick: Figures): object {
  const times = (of: (figures: Figures) => number | undefined) => {
    const [a, b] = [of(ours), of(yardstick)]
    return a === undefined || b === undefined ? null : Number((a / b).toPrecision(3))
  }
  return {
    p50ToAcknowledgement: times(it => it.toAcknowledgement?.p50),
    p99ToAcknowledgement: times(it => it.toAcknowledgement?.p99),
    p99ToBoard: times(it => it.toBoard?.p99),
    burstAnswersASecond: times(it => it.burst?.answersASecond),
  }
}

const [role] = process.argv.slice(2)
if (role === 'students') {
  const students = new Students()
  answerAsPart(asked => students.hear(asked as Parameters<Students['hear']>[0]))
} else if (role === 'boards') {
  const boards = new Boards()
  answerAsPart(asked => boards.hear(asked as Parameters<Boards['hear']>[0]))
} else if (role === 'yardstick-durable') serveYardstick(process.env.CHALKGRAD_DATA ?? null)
else if (role === 'yardstick-memory') serveYardstick(null)
else await conduct(readOptions(process.argv.slice(2)))
