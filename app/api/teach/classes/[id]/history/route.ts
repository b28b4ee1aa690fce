import { refuse } from '@/lib/protocol/replies'
import { keptHistory } from '@/lib/server/history/kept-history'
import { ofClass } from '../../reading'

/** The class's history and statistics. A browser that already has this state is told so. */
export const GET = ofClass(async (taught, request) => {
  const history = await keptHistory(taught)
  if (!history)
    return refuse('busy', 'The history is being put together. Please try again in a moment.', 3000)
  const headers = { ETag: history.tag, 'Cache-Control': 'private, no-cache' }
  if (request.headers.get('if-none-match') === history.tag)
    return new Response(null, { status: 304, headers })
  return new Response(history.json, { headers: { ...headers, 'Content-Type': 'application/json' } })
})
