import { keptHistory } from '@/lib/server/history/kept-history'
import { refusal } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'
import { ofClass } from '../../reading'

/** The class's history and statistics. A browser that already has this state is told so. */
export const GET = ofClass(async (taught, request) => {
  const history = await keptHistory(taught)
  if (!history) return refusal('busy', message('http.history-not-ready'), 3000)
  const headers = { ETag: history.tag, 'Cache-Control': 'private, no-cache' }
  if (request.headers.get('if-none-match') === history.tag)
    return new Response(null, { status: 304, headers })
  return new Response(history.json, { headers: { ...headers, 'Content-Type': 'application/json' } })
})
