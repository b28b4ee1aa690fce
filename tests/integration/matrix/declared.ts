import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * The events that lib/protocol declares, by the name of their interface (`DeskToServer`, `ServerToBoard`, …), read from the source:
 * types are gone when a test runs, and a namespace that nobody thought of here has to be found too.
 */
export function declaredEvents(): Map<string, string[]> {
  const folder = join(root, 'lib/protocol')
  const found = new Map<string, string[]>()
  for (const file of readdirSync(folder)) {
    const source = readFileSync(join(folder, file), 'utf8')
    for (const [, name = '', body = ''] of source.matchAll(
      /^export interface (\w+ToServer|ServerTo\w+) \{\n([\s\S]*?)^\}/gm,
    )) {
      found.set(
        name,
        [...body.matchAll(/^ {2}'?([\w-]+)'?\??: ?\(/gm)].map(([, event = '']) => event),
      )
    }
  }
  return found
}

export interface ApiRoute {
  /** As Next serves it: `/api/teach/classes`, `/api/x/[id]`. */
  readonly path: string
  readonly file: string
}

/** The routes under app/api, from the folder. */
export function apiRoutes(): ApiRoute[] {
  const folder = join(root, 'app/api')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /(^|[/\\])route\.ts$/.test(file))
    .map(file => ({
      path: `/api/${file.replace(/[/\\]?route\.ts$/, '').replaceAll('\\', '/')}`,
      file: join(folder, file),
    }))
    .sort((a, b) => a.path.localeCompare(b.path))
}

/** The methods that a route answers: `GET`, `POST`, … */
export function methodsOf({ file }: ApiRoute): string[] {
  const exported = /^export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm
  return [...readFileSync(file, 'utf8').matchAll(exported)].map(([, method = '']) => method)
}
