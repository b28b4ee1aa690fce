import { setMaxListeners } from 'node:events'
import { newId } from '@/lib/protocol/ids'
import { SimulatedBoard } from './board'
import { Browser } from './browser'
import { Chance } from './chance'
import { SimulatedDesk } from './desk'
import { drive } from './drive'
import { life, type Task } from './life'
import { person } from './person'
import { Solutions } from './solutions'

/** A version of an exercise that the server holds. */
export interface Stored {
  readonly id: string
  readonly source: string
}

export interface ClassInABox {
  readonly id: string
  readonly code: string
  /** Sends everybody home. */
  end(): Promise<void>
}

/** The class comes in within this many seconds, and works this many times faster until it is well under way. */
const arrivalSeconds = 8
const hurry = { seconds: 20, times: 12 } as const

/**
 * Opens a class at a server that nobody owns yet, by its owner's link, and lets students in who work through the
 * exercises. The same seed gives the same students and the same answers.
 */
export async function classInABox(options: {
  origin: string
  ownerLink: string
  exercises: readonly Stored[]
  students: number
  seed?: number
  /** How much faster than people. */
  rate?: number
}): Promise<ClassInABox> {
  const { origin, ownerLink, exercises, students, seed = 1, rate = 1 } = options
  const { id, code } = await openClass(origin, ownerLink, exercises)
  const tasks = exercises.map(
    ({ id: version, source }): Task => ({ version, solutions: Solutions.of(source) }),
  )
  const stopping = new AbortController()
  setMaxListeners(0, stopping.signal)
  const inHurry = Date.now() + 1000 * hurry.seconds
  const speed = () => (Date.now() < inHurry ? hurry.times * rate : rate)
  const chance = Chance.of(seed)
  const come = async (nth: number): Promise<void> => {
    const own = chance.about(`student ${nth}`)
    const who = person(nth, own.about('traits'))
    await new Promise(resolve => setTimeout(resolve, 1000 * arrivalSeconds * own.share()))
    if (stopping.signal.aborted) return
    const browser = new Browser(origin)
    const desk = new SimulatedDesk({ browser, class: await browser.join(code, who.name) })
    stopping.signal.addEventListener('abort', () => desk.close())
    await desk.arrive()
    const course = life(who, tasks, own.about('life'), chance.about('habits'))
    // An absence of seconds would only flicker on the board.
    await drive(course, desk, { rate: speed, absences: () => rate, signal: stopping.signal })
  }
  const lives = Array.from({ length: students }, (_, nth) =>
    come(nth).catch(error => {
      if (!stopping.signal.aborted) console.error('a simulated student stopped:', error.message)
    }),
  )
  return {
    id,
    code,
    async end() {
      stopping.abort()
      await Promise.race([Promise.all(lives), new Promise(resolve => setTimeout(resolve, 2000))])
    },
  }
}

async function openClass(
  origin: string,
  ownerLink: string,
  exercises: readonly Stored[],
): Promise<{ id: string; code: string }> {
  const owner = new Browser(origin)
  const token = ownerLink.split('/').at(-1) ?? ''
  // Nobody knows this passphrase; whoever wants to be the owner takes a link.
  const redeemed = await owner.post('/api/teach/redeem', { token, name: 'Demo', passphrase: newId() })
  if (!redeemed.ok) throw new Error(redeemed.message)
  const opened = await owner.post('/api/teach/classes', { title: 'A class in a box' })
  if (!opened.ok) throw new Error(opened.message)
  const id = String(opened.class)
  const board = new SimulatedBoard(owner, id)
  await board.arrive()
  await board.choose(exercises.map(({ id }) => id))
  const code = board.state?.class.code ?? ''
  board.close()
  return { id, code }
}
