import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

export interface Fetched {
  readonly path: string
  readonly kb: number
}

/** Everything that a page fetches below the build's folder, in its order; nothing comes twice. */
export function fetchedBy(page: Page): () => Promise<Fetched[]> {
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', response => {
    const { pathname } = new URL(response.url())
    if (/^\/_next\/static\/.*\.(js|woff2)$/.test(pathname) && !bodies.has(pathname)) {
      bodies.set(pathname, response.body())
    }
  })
  return () =>
    Promise.all(
      [...bodies].map(async ([path, body]) => ({
        path,
        // A font is compressed already.
        kb: (path.endsWith('.js') ? gzipSync(await body).length : (await body).length) / 1000,
      })),
    )
}

/** The scripts that Next puts into every page of this build: all that an empty page would fetch. */
export function ofEveryPage(): ReadonlySet<string> {
  const folder = process.env.CHALKGRAD_NEXT_DIR ?? '.next'
  const { rootMainFiles }: { rootMainFiles: string[] } = JSON.parse(
    readFileSync(`${folder}/build-manifest.json`, 'utf8'),
  )
  return new Set(rootMainFiles.map(file => `/_next/${file}`))
}

export const isScript = ({ path }: Fetched): boolean => path.endsWith('.js')

export const sum = (files: readonly Fetched[]): number => files.reduce((total, { kb }) => total + kb, 0)

/** KB of scripts over those of an empty page, and KB of fonts. */
export function weights(files: readonly Fetched[]): { scripts: number; fonts: number } {
  const every = ofEveryPage()
  return {
    scripts: sum(files.filter(file => isScript(file) && !every.has(file.path))),
    fonts: sum(files.filter(file => !isScript(file))),
  }
}

/** Lines of `KB  what`, as `npm run weight` prints them. */
export function printed(rows: readonly (readonly [string, number])[]): string {
  return rows.map(([what, kb]) => `${kb.toFixed(1).padStart(8)} KB  ${what}`).join('\n')
}

/** Waits until a page fetches nothing more, fonts included. */
export async function settles(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
}
