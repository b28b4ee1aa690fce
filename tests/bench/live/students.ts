import { setTimeout as sleep } from 'node:timers/promises'
import type { Receipt } from '@/lib/protocol/receipt'
import { Browser } from '@/lib/simulator/browser'
import { Chance } from '@/lib/simulator/chance'
import { SimulatedDesk } from '@/lib/simulator/desk'
import { type Heard, life } from '@/lib/simulator/life'
import { person } from '@/lib/simulator/person'
import { Solutions } from '@/lib/simulator/solutions'
import { countInto } from './traffic'
import { type ClassAt, type FromStudents, now, type Sample, type ToStudents } from './wire'

/** Lives are worked out before the load: students share so many. */
const scriptsMost = 40
/** Joins and handshakes under way at once. */
const abreast = 20
/** Students behind one address, within the server's budget of joins. */
const perAddress = 200
const patience = 10_000

type Answer = Readonly<{ version: string; step: string; cells: readonly string[] }>

interface Student {
  readonly desk: SimulatedDesk
  readonly script: readonly Answer[]
  next: number
}

/** The answers of one life, told what is right by the solutions. */
function scriptOf(nth: number, works: readonly { version: string; solutions: Solutions }[]): Answer[] {
  const chance = Chance.of(1).about(`student ${nth}`)
  const course = life(
    person(nth, chance.about('traits')),
    works,
    chance.about('life'),
    Chance.of(1).about('habits'),
  )
  const answers: Answer[] = []
  let told: Heard = null
  for (let next = course.next(told); !next.done; next = course.next(told)) {
    told = null
    if (next.value.do !== 'answer') continue
    const { version, step, cells } = next.value
    const right = works
      .find(work => work.version === version)
      ?.solutions.right(step)
      .cells.join()
    told = right === cells.join() ? 'right' : 'wrong'
    answers.push({ version, step, cells })
  }
  return answers
}

/** A process of students: does what it is asked and tells what it measured. */
export class Students {
  private readonly students: Student[] = []
  private readonly traffic = { messages: 0, bytes: 0 }
  private samples: Sample[] = []
  private readonly sent = new Map<string, number>()
  private missing = 0
  private joining = 0

  async hear(asked: ToStudents): Promise<FromStudents> {
    this.samples = []
    this.sent.clear()
    this.missing = 0
    if (asked.do === 'join') await this.join(asked)
    Object.assign(this.traffic, { messages: 0, bytes: 0 })
    if (asked.do === 'load') await this.load(asked)
    if (asked.do === 'burst') await this.burst(asked.begins)
    if (asked.do === 'leave') for (const { desk } of this.students.splice(0)) desk.close()
    const { samples, missing, traffic, joining } = this
    return { samples, missing, traffic, joining }
  }

  private async join({ at, exercises, from, to }: Extract<ToStudents, { do: 'join' }>): Promise<void> {
    const works = exercises.map(({ id, source }) => ({ version: id, solutions: Solutions.of(source) }))
    const scripts = Array.from({ length: Math.min(scriptsMost, to - from) }, (_, nth) => scriptOf(nth, works))
    const began = now()
    let next = from
    const queue = async () => {
      for (let nth = next++; nth < to; nth = next++) {
        const script = scripts[nth % scripts.length] ?? []
        this.students.push({ desk: await this.arrived(at, nth), script, next: 0 })
      }
    }
    await Promise.all(Array.from({ length: abreast }, queue))
    this.joining = now() - began
  }

  private async arrived({ origin, classId, code }: ClassAt, nth: number): Promise<SimulatedDesk> {
    const school = Math.floor(nth / perAddress)
    const browser = new Browser(origin, { 'X-Forwarded-For': `10.1.${school >> 8}.${school & 255}` })
    await browser.join(code, person(nth, Chance.of(1).about(`student ${nth}`)).name)
    const watch = {
      sent: (id: string) => void this.sent.set(id, this.sent.get(id) ?? now()),
      acknowledged: (id: string, { counted, record }: Receipt) => {
        const sent = this.sent.get(id)
        if (sent === undefined) return
        // The same text again is no attempt and appears on no board.
        const place =
          counted && record ? `${desk.student} ${record.version} ${record.step} ${record.attempt}` : null
        this.samples.push({ place, sent, acknowledged: now() })
      },
    }
    const desk = new SimulatedDesk({ browser, class: classId, watch, patience })
    countInto(this.traffic, desk.socket)
    await desk.arrive()
    return desk
  }

  /** Every student answers at times of their own, whether or not the last answer is back: an open load. */
  private async load({ begins, seconds, each, typing }: Extract<ToStudents, { do: 'load' }>): Promise<void> {
    const every = 1000 / each
    const chance = Chance.of(2)
    const ends = begins + 1000 * seconds
    await Promise.all(
      this.students.map(async student => {
        const open: Promise<void>[] = []
        for (let at = begins + chance.share() * every; at < ends; at += every) {
          await sleep(Math.max(0, at - now()))
          if (typing) this.type(student)
          open.push(this.answer(student))
        }
        await Promise.all(open)
      }),
    )
  }

  private async burst(begins: number): Promise<void> {
    await sleep(Math.max(0, begins - now()))
    await Promise.all(this.students.map(student => this.answer(student)))
  }

  private type({ desk, script, next }: Student): void {
    const answer = script[next % script.length]
    if (answer) desk.working(answer)
  }

  private async answer(student: Student): Promise<void> {
    const answer = student.script[student.next % student.script.length]
    student.next += 1
    if (!answer) return
    const late = new AbortController()
    const reply = await Promise.race([
      student.desk.answer(answer, answer.cells),
      sleep(2 * patience, null, { signal: late.signal }).catch(() => null),
    ])
    late.abort()
    if (!reply?.ok) this.missing += 1
  }
}
