import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { SimulatedBoard } from '@/lib/simulator/board'
import { Browser } from '@/lib/simulator/browser'
import type { Chance } from '@/lib/simulator/chance'
import { SimulatedDesk } from '@/lib/simulator/desk'
import { drive } from '@/lib/simulator/drive'
import { life, type Task } from '@/lib/simulator/life'
import { person } from '@/lib/simulator/person'
import type { ServerProcess } from '@/tests/server-process'
import { boardDiffers, cellsOfBoard, counted, deskDiffers, type Row, rowsOfClass } from './agreement'
import { type BadNetwork, calm, type Weather } from './bad-network'

export interface School {
  readonly server: ServerProcess
  readonly network: BadNetwork
  readonly owner: Browser
  readonly tasks: readonly Task[]
}

export interface RoundResult {
  readonly answers: number
  readonly acknowledged: number
  readonly stored: number
  /** Acknowledged answers that are not in the database. */
  readonly lost: number
  /** Answers that are stored or counted more than once, or that nobody gave. */
  readonly doubled: number
  /** Answers that were never acknowledged. */
  readonly unanswered: number
  /** Desks and boards that do not show what the rows say, each with what is different. */
  readonly different: readonly string[]
}

export interface RoundPlan {
  readonly nth: number
  readonly students: number
  readonly kills: number
  readonly chance: Chance
}

const storm: Weather = { duplicate: 0.15, overtaken: 0.1, delay: 80 }
/** How much faster than people. */
const rate = 200
/**
 * A round goes on until this many answers of each student were acknowledged, half of them before the first kill, or
 * until its time is up.
 */
const answersEach = 8
const roundMs = 6000
const settleMs = 30_000

interface Pupil {
  readonly desk: SimulatedDesk
  readonly id: string
  readonly sent: Set<string>
  readonly acknowledged: Set<string>
}

/** One class under mischief: students work, things break, it becomes calm, and everything has to agree. */
export async function round(school: School, plan: RoundPlan): Promise<RoundResult> {
  const { server, network, owner } = school
  const { chance } = plan
  const opened = await owner.post('/api/teach/classes', { title: `Round ${plan.nth}` })
  if (!opened.ok) throw new Error(opened.message)
  const classId = String(opened.class)
  // The class is opened past the bad network, because only the class itself is tested.
  const opening = new SimulatedBoard(owner, classId)
  await opening.arrive()
  await opening.choose(school.tasks.map(({ version }) => version))
  const code = opening.state?.class.code ?? ''
  const board = new SimulatedBoard(owner.at(network.origin), classId)
  await board.arrive()

  const stopping = new AbortController()
  setMaxListeners(0, stopping.signal)
  const habits = chance.about('habits')
  const people = Array.from({ length: plan.students }, (_, nth) => {
    const own = chance.about(`student ${nth}`)
    return { who: { ...person(nth, own.about('traits')), restless: 0.1 }, own }
  })
  const pupils = await Promise.all(
    people.map(({ who }) => joined(network.origin, plan.nth, classId, code, who.name)),
  )
  network.weather = storm
  const lives = people.map(({ who, own }, nth) => {
    const desk = pupils[nth]?.desk
    const course = life(who, school.tasks, own.about('life'), habits)
    return desk && drive(course, desk, { rate: () => rate, signal: stopping.signal })
  })

  const acknowledged = () => pupils.reduce((sum, pupil) => sum + pupil.acknowledged.size, 0)
  const most = plan.students * answersEach
  const ends = Date.now() + roundMs
  let { kills } = plan
  while (kills > 0 || (acknowledged() < most && Date.now() < ends)) {
    await sleep(chance.between(50, 400))
    const act = chance.share()
    if (act < 0.25) network.cut(chance.between(0.1, 0.5))
    else if (act < 0.5) network.strand(chance.between(0.1, 0.5))
    else if (kills > 0 && (acknowledged() > most / 2 || Date.now() > ends)) {
      kills -= 1
      // A server that commits too late would lose the answers that were just acknowledged.
      const before = acknowledged()
      for (let tries = 0; acknowledged() === before && tries < 400; tries += 1) await sleep(5)
      await server.end('SIGKILL')
      await sleep(chance.between(0, 200))
      await server.start()
    }
  }
  network.weather = calm
  stopping.abort()
  const result = await settled(school, classId, pupils, [board, opening])
  for (const { desk } of pupils) desk.close()
  for (const one of [board, opening]) one.close()
  await Promise.all(lives)
  return result
}

async function joined(
  origin: string,
  nth: number,
  classId: string,
  code: string,
  name: string,
): Promise<Pupil> {
  // Each class comes from a school of its own: how many may join from one address is bounded.
  const browser = new Browser(origin, { 'X-Forwarded-For': `10.${nth >> 8}.${nth & 255}.1` })
  await browser.join(code, name)
  const sent = new Set<string>()
  const acknowledged = new Set<string>()
  const watch = {
    sent: (id: string) => void sent.add(id),
    acknowledged: (id: string, { counted }: { counted: boolean }) => {
      if (counted) acknowledged.add(id)
    },
  }
  const desk = new SimulatedDesk({ browser, class: classId, watch, again: 50, patience: 400 })
  await desk.arrive()
  return { desk, id: desk.student ?? '', sent, acknowledged }
}

/** Waits until everything agrees, or for so long that it never will. */
async function settled(
  { server }: School,
  classId: string,
  pupils: readonly Pupil[],
  boards: readonly SimulatedBoard[],
): Promise<RoundResult> {
  const until = Date.now() + settleMs
  for (;;) {
    const rows = server.rows<Row>(rowsOfClass, classId)
    const due = counted(rows)
    const unanswered = pupils.reduce((sum, { desk }) => sum + desk.waiting, 0)
    const different = [
      ...boards.flatMap(board => boardDiffers({ cells: cellsOfBoard(board.state) }, due)),
      ...pupils.flatMap(({ desk, id }) =>
        deskDiffers(
          desk.records.values(),
          due.filter(({ student }) => student === id),
        ),
      ),
    ]
    const agreed = unanswered === 0 && different.length === 0
    if (!agreed && Date.now() < until) {
      await sleep(200)
      continue
    }
    return {
      ...figures(rows, pupils),
      unanswered,
      different: [...different, ...(await afresh(boards[0], due))],
    }
  }
}

/** What a board that comes only now is shown. */
async function afresh(
  board: SimulatedBoard | undefined,
  due: Parameters<typeof boardDiffers>[1],
): Promise<string[]> {
  return board ? boardDiffers(await board.snapshot(), due) : []
}

function figures(rows: readonly Row[], pupils: readonly Pupil[]) {
  const answers = rows.filter(row => row.regrades === null)
  const stored = new Set(answers.map(({ id }) => id))
  const sent = new Set(pupils.flatMap(pupil => [...pupil.sent]))
  const acknowledged = pupils.flatMap(pupil => [...pupil.acknowledged])
  return {
    answers: sent.size,
    acknowledged: acknowledged.length,
    stored: stored.size,
    lost: acknowledged.filter(id => !stored.has(id)).length,
    doubled: answers.length - stored.size + [...stored].filter(id => !sent.has(id)).length,
  }
}
