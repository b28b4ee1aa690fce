import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

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
