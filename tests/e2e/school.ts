import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { watch } from './people'
import { ChalkgradServer } from './server'

/** A server of its own with the browsers at it, for one file of tests; what their pages complain of is kept. */
export class School {
  readonly errors: string[] = []
  private readonly pages: Page[] = []

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

  async closes(): Promise<void> {
    for (const page of this.pages) await page.context().close()
    await this.server.stop()
  }
}
