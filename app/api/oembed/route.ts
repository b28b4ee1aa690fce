import { builtInOf } from '@/lib/lessons'
import { builtInExercises } from '@/lib/server/db/exercises'
import { type Embeddable, embeddableAt, oembedOf } from '@/lib/server/learn/oembed'
import { figureNamed } from '@/lib/server/lesson/read'
import { report } from '@/lib/server/report'
import { refusal } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'
import { originOf } from '../../origin'
import { refused } from '../answering'

/**
 * The oEmbed answer (oembed.com): what an address of ours looks like in a frame. Anybody may ask, from any site; statuses are those of the
 * specification: 404 of an address that shows nothing to frame, 501 of a format other than JSON.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const query = new URL(request.url).searchParams
    const address = query.get('url')
    const width = pixels(query.get('maxwidth'))
    const height = pixels(query.get('maxheight'))
    if (address === null || width === undefined || height === undefined)
      return readable(refused(refusal('malformed', message('http.unreadable'))))
    if ((query.get('format') ?? 'json') !== 'json') return readable(new Response(null, { status: 501 }))
    const origin = originOf(request.headers)
    const found = embeddableAt(address, origin)
    const title = found && (await titleOf(found))
    if (!found || title === null)
      return readable(refused(refusal('not-found', message('learn.no-such-rung'))))
    return readable(Response.json(oembedOf(found, title, origin, { width, height })))
  } catch (error) {
    report('an oEmbed request failed', error)
    return refused(refusal('failed', message('http.failed')))
  }
}

async function titleOf({ kind, name }: Embeddable): Promise<string | null> {
  if (kind === 'figure') return figureNamed(name)?.figure.title ?? null
  if (builtInOf(name) === null) return null
  const known = await builtInExercises()
  return known.find(({ slug }) => slug === name)?.version.title ?? null
}

/** Null where nothing is asked; undefined of what is no number of pixels. */
function pixels(asked: string | null): number | null | undefined {
  if (asked === null) return null
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined
}

/** Pages of other sites may read it. */
function readable(response: Response): Response {
  response.headers.set('Access-Control-Allow-Origin', '*')
  return response
}
