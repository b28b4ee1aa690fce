import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { showCode } from '@/lib/protocol/ids'
import { SimulatedBoard } from '@/lib/simulator/board'
import { Browser as Caller } from '@/lib/simulator/browser'
import { deskOpens, watch } from './people'
import { ChalkgradServer } from './server'

/** A class that one test has for itself. */
export interface OpenedClass {
  readonly id: string
  /** As shown: 4-3. */
  readonly code: string
}

type DeskOptions = BrowserContextOptions & { origin?: string }

/** A page for each name. */
type PageFor<Names extends readonly string[]> = { -readonly [At in keyof Names]: Page }

/** A server of its own with the browsers at it, for one file of tests; what their pages complain of is kept. */
export class School {
  readonly errors: string[] = []
  private readonly pages: Page[] = []
  private signedIn: Promise<Caller> | undefined

  private constructor(
    private readonly browser: Browser,
    readonly server: ChalkgradServer,
    private readonly expected: RegExp | undefined,
  ) {}

  /** `expected`: what pages may complain of. `variables`: of the server's environment. */
  static async opens(
    browser: Browser,
    { expected, variables }: { expected?: RegExp; variables?: Record<string, string> } = {},
  ): Promise<School> {
    return new School(browser, await ChalkgradServer.fresh(variables), expected)
  }

  /** The first page of a browser that nobody has used yet. */
  async page(options?: BrowserContextOptions): Promise<Page> {
    const page = await this.unwatched(options)
    this.watch(page)
    return page
  }

  /** A page of somebody who asks for what does not exist, which the browser logs. */
  async unwatched(options?: BrowserContextOptions): Promise<Page> {
    const page = await (await this.browser.newContext(options)).newPage()
    this.pages.push(page)
    return page
  }

  /** Watches a page that was opened in another way: another tab, a window that a page opened. */
  watch(page: Page): void {
    watch(page, this.errors, this.expected)
  }

  /**
   * Opens a class of Dana, the server's owner, over HTTP, without a page: quick enough to be done for each test. `exercises` are
   * whole titles, in the order of the class. It cannot go with `ownerComes`, which uses up the owner's link.
   */
  async opensClass(exercises: readonly string[], title = 'ML 101'): Promise<OpenedClass> {
    const owner = await this.owner()
    const opened = await owner.post('/api/teach/classes', { title })
    if (!opened.ok) throw new Error(opened.message)
    const id = String(opened.class)
    const board = new SimulatedBoard(owner, id)
    await board.arrive()
    if (exercises.length > 0) await board.choose(this.versions(exercises))
    const code = board.state?.class.code ?? ''
    board.close()
    return { id, code: showCode(code) }
  }

  /** Stores an exercise of the owner's. */
  async savesExercise(source: string): Promise<void> {
    const saved = await (await this.owner()).post('/api/teach/exercises', { source })
    if (!saved.ok || 'errors' in saved)
      throw new Error(`the exercise was not saved: ${JSON.stringify(saved)}`)
  }

  /** A page at which the owner is signed in, at `path`. */
  async ownersPage(path = '/teach', options?: BrowserContextOptions): Promise<Page> {
    return this.visit(await this.owner(), this.server.url + path, options)
  }

  /** The owner's board of a class. */
  async board({ id }: OpenedClass, options?: BrowserContextOptions): Promise<Page> {
    const page = await this.ownersPage(`/teach/class/${id}`, options)
    // Before its first state comes in, the board shows the code but can do nothing.
    await expect(page.getByTestId('message')).toBeEnabled()
    return page
  }

  /** The owner's board of a class without a page, for what a test needs quickly. */
  async remote({ id }: OpenedClass): Promise<SimulatedBoard> {
    const board = new SimulatedBoard(await this.owner(), id)
    await board.arrive()
    return board
  }

  /** A new student without a page. */
  async joins({ code }: OpenedClass, name: string): Promise<Caller> {
    const student = new Caller(this.server.url)
    await student.join(code, name)
    return student
  }

  /** The desk of a new student, who joined over HTTP. `origin`: the name under which the browser knows the server. */
  async desk(opened: OpenedClass, name: string, options: DeskOptions = {}): Promise<Page> {
    return this.sits(opened, await this.joins(opened, name), options)
  }

  /** The desks of new students, who joined in this order. Their pages are loaded at the same time. */
  async desks<const Names extends readonly string[]>(
    opened: OpenedClass,
    names: Names,
    options: DeskOptions = {},
  ): Promise<PageFor<Names>> {
    const students: Caller[] = []
    for (const name of names) students.push(await this.joins(opened, name))
    const pages = await Promise.all(students.map(student => this.sits(opened, student, options)))
    return pages as PageFor<Names>
  }

  private async sits(
    opened: OpenedClass,
    student: Caller,
    { origin = this.server.url, ...options }: DeskOptions,
  ): Promise<Page> {
    const page = await this.visit(student, `${origin}/class/${opened.id}`, options)
    await deskOpens(page)
    return page
  }

  /** At the end of each test: everybody goes home, and what their pages complained of fails the test. */
  async empties(): Promise<void> {
    for (const page of this.pages.splice(0)) await page.context().close()
    expect(this.errors.splice(0)).toEqual([])
  }

  async closes(): Promise<void> {
    for (const page of this.pages.splice(0)) await page.context().close()
    await this.server.stop()
  }

  private owner(): Promise<Caller> {
    this.signedIn ??= redeemed(this.server)
    return this.signedIn
  }

  private async visit(caller: Caller, address: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await this.page(options)
    // The cookie of an address that is no origin would hold for its folder only, and not for the socket.
    const url = new URL(address).origin
    const cookies = caller.cookies.map(([name, value]) => ({ name, value, url, httpOnly: true }))
    await page.context().addCookies(cookies.map(cookie => ({ ...cookie, sameSite: 'Lax' as const })))
    await page.goto(address)
    return page
  }

  /** The latest versions of the exercises with these titles, read beside the server. */
  private versions(titles: readonly string[]): string[] {
    const database = new Database(join(this.server.folder, 'chalkgrad.db'), { readonly: true, timeout: 5000 })
    try {
      const latest = database.prepare<[string], { id: string }>(
        // Not the ones with fresh numbers.
        `SELECT v.id FROM ExerciseVersion v JOIN Exercise e ON e.id = v.exerciseId
         WHERE v.title = ? AND (e.slug IS NULL OR e.slug NOT LIKE '%/draws') ORDER BY v.number DESC LIMIT 1`,
      )
      return titles.map(title => {
        const version = latest.get(title)
        if (!version) throw new Error(`no exercise is called ${title}`)
        return version.id
      })
    } finally {
      database.close()
    }
  }
}

/** The owner, by the link that the server printed. */
async function redeemed({ url, teacherLink }: ChalkgradServer): Promise<Caller> {
  const owner = new Caller(url)
  const token = teacherLink.split('/').at(-1)
  const answer = await owner.post('/api/teach/redeem', { token, name: 'Dana', passphrase: 'chalk and paper' })
  if (!answer.ok) throw new Error(answer.message)
  return owner
}
