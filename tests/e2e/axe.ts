import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

interface Asked {
  /** The rules that are looked at, where not all are. */
  readonly only?: readonly string[]
  /** Rules that are looked at besides the usual ones. */
  readonly also?: readonly string[]
  /** The part of the page that is looked at. */
  readonly within?: string
}

/** What axe finds on the page as it stands, each as `rule: element, what is wrong`. It has to have looked at something. */
export async function faults(page: Page, { only, also = [], within }: Asked = {}): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    // Everything stands in one frame, so that no page has to be opened to put the findings of several together.
    .setLegacyMode(true)
    .options({
      // What passes is asked for by its rule alone: axe would work out a selector for every element of the page.
      resultTypes: ['violations'],
      rules: Object.fromEntries(also.map(rule => [rule, { enabled: true }])),
    })
  if (only) builder.withRules([...only])
  if (within) builder.include(within)
  const { violations, passes } = await builder.analyze()
  expect(passes.length, 'axe looked at something').toBeGreaterThan(only || within ? 0 : 5)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}

/** The same in both themes, which `to` puts on: between them nothing differs but colours. */
export async function faultsInBothThemes(
  page: Page,
  { themes = ['paper', 'board'], colours = ['color-contrast'], to = putOn, ...asked }: InThemes = {},
): Promise<string[]> {
  const found: string[] = []
  for (const theme of themes) {
    await to(theme, page)
    const there = await faults(page, theme === themes[0] ? asked : { ...asked, only: colours })
    found.push(...there.map(fault => `${theme} ${fault}`))
  }
  return found
}

interface InThemes extends Asked {
  readonly themes?: readonly string[]
  /** The rules about colours. */
  readonly colours?: readonly string[]
  readonly to?: (theme: string, page: Page) => Promise<void>
}

/** What axe finds on a projector's page in both of its themes, contrasts by WCAG AAA. */
export const faultsOfWall = (wall: Page) =>
  faultsInBothThemes(wall, {
    themes: ['board', 'paper'],
    also: ['color-contrast-enhanced'],
    colours: ['color-contrast', 'color-contrast-enhanced'],
    to: async theme => {
      const projector = wall.locator('.projector')
      if ((await projector.getAttribute('data-theme')) !== theme)
        await wall.getByRole('button', { name: theme === 'paper' ? 'Light' : 'Dark' }).click()
      await expect(projector).toHaveAttribute('data-theme', theme)
    },
  })

export async function putOn(theme: string, page: Page): Promise<void> {
  await page.evaluate(name => {
    document.documentElement.dataset.theme = name
  }, theme)
}
