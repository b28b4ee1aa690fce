import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { buildKey, type Key, readExercise, solveReport } from '@/lib/exercise'
import { builtIn } from '@/lib/lessons'
import { withDraws } from '@/lib/lessons/draws'
import { answers, step } from './people'

/** Somebody who learns without a class, whose page tells with which numbers it works. */
export class Learner {
  private seed: number | null = null
  /** Everything that the server told, as text. */
  readonly told: string[] = []

  constructor(readonly page: Page) {
    page.on('request', request => {
      if (!request.url().endsWith('/api/learn/exercise')) return
      this.seed = (request.postDataJSON() as { seed: number | null }).seed
    })
    page.on('response', async response => {
      if (response.url().includes('/api/learn/')) this.told.push(await response.text().catch(() => ''))
    })
  }

  /** The key of the rung with the numbers of now. */
  key(slug: string): Key {
    const rung = builtIn.find(one => one.slug === slug)
    if (!rung) throw new Error(slug)
    const own = readFileSync(`lib/lessons/${rung.file}`, 'utf8')
    const drawn =
      this.seed === null || rung.undrawn !== undefined
        ? null
        : withDraws(own, readFileSync(`lib/lessons/${rung.draws}`, 'utf8'))
    const read = readExercise(drawn?.ok ? drawn.source : own)
    const built = read.ok ? buildKey(read.exercise, this.seed === null ? {} : { seed: this.seed }) : null
    if (!built?.ok) throw new Error(`${slug} cannot be read`)
    return built.key
  }

  /** The right cells of every step, with the numbers of now. */
  right(slug: string): Map<string, string[]> {
    const { steps } = JSON.parse(JSON.stringify(solveReport(this.key(slug)))) as {
      steps: { id: string; answer: unknown }[]
    }
    return new Map(steps.map(({ id, answer }) => [id, [answer].flat(8).map(String)]))
  }

  async opens(address: string): Promise<void> {
    await this.page.goto(address)
    await expect(this.page.getByTestId('item')).toHaveAttribute('data-phase', 'open')
  }

  /** Leaves the worked example, or the run that is finished, for numbers of one's own. */
  async turns(button: 'begin' | 'fresh'): Promise<void> {
    const came = this.page.waitForResponse(response => response.url().endsWith('/api/learn/exercise'))
    await this.page.getByTestId(button).click()
    await came
    await expect(this.page.getByTestId(button)).toBeHidden()
    await expect(this.page.locator('[data-testid="step"]').first()).toBeAttached()
  }

  /** Answers rightly what is not filled in and not right yet, to the end of the run. */
  async finishes(slug: string): Promise<void> {
    for (const [id, cells] of this.right(slug)) {
      const state = await step(this.page, id).getAttribute('data-state')
      if (state === 'revealed' || state === 'right') continue
      await answers(this.page, id, cells)
      await expect(step(this.page, id)).toHaveAttribute('data-state', 'right')
    }
    await expect(this.page.getByTestId('item-done')).toBeVisible()
  }
}
