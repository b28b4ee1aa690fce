import type { BrowserContextOptions, Page } from '@playwright/test'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { Browser } from '@/lib/simulator/browser'
import { SimulatedDesk } from '@/lib/simulator/desk'
import { deskOpens } from './people'
import type { OpenedClass, School } from './school'

/** A student of a class who needs no page to be there and to answer: quick enough to come anew for each test. */
export class Seat {
  private constructor(
    private readonly school: School,
    private readonly browser: Browser,
    private readonly desk: SimulatedDesk,
    private readonly address: string,
    /** The version of the exercise that it works at. */
    private readonly version: string,
  ) {}

  /** At the class's first exercise, or at the one with this title. */
  static async taken(school: School, open: OpenedClass, name: string, title?: string): Promise<Seat> {
    const browser = await school.joins(open, name)
    const desk = new SimulatedDesk({ browser, class: open.id })
    await desk.arrive()
    const reply = await desk.socket.timeout(10_000).emitWithAck('enter', {})
    const version = reply.ok
      ? reply.desk.exercises.find((one: PublicExercise) => title === undefined || one.title === title)
          ?.version
      : undefined
    if (version === undefined) throw new Error(`${name} has nothing to answer`)
    return new Seat(school, browser, desk, `${school.server.url}/class/${open.id}`, version)
  }

  /** Resolves once the server has the answer; `cells` are row-major. */
  async answers(step: string, cells: readonly string[]): Promise<void> {
    const reply = await this.desk.answer({ version: this.version, step }, cells)
    if (!reply.ok) throw new Error(reply.message)
  }

  async raisesHand(): Promise<void> {
    const reply = await this.desk.socket.timeout(10_000).emitWithAck('hand', { up: true })
    if (!reply.ok) throw new Error(reply.message)
  }

  /** The same student's desk in a browser. */
  async page(options?: BrowserContextOptions): Promise<Page> {
    const page = await this.school.page(options)
    const url = this.school.server.url
    await page.context().addCookies(this.browser.cookies.map(([name, value]) => ({ name, value, url })))
    await page.goto(this.address)
    await deskOpens(page)
    return page
  }

  leaves(): void {
    this.desk.close()
  }
}
