import type { ReadPiece, SectionText } from '@/components/learn/reading/section-text'
import { partsOf } from '@/lib/prose/parts'
import { cardOf } from '@/lib/server/lesson/exercise'
import { lessonSection } from '@/lib/server/lesson/read'
import { report } from '@/lib/server/report'
import { refusal } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'
import { messages } from '../../../../messages/messages'
import { refused } from '../../../answering'

/**
 * The text of a section for a desk or a wall, which show it when a class reads it. It says what stands on `/learn` for everybody, so
 * anybody may ask; it changes with the program alone.
 */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ section: string }> },
): Promise<Response> {
  try {
    const text = textOf((await params).section)
    if (text === null) return refused(refusal('not-found', message('board.no-such-section')))
    return Response.json(text, { headers: { 'Cache-Control': 'public, max-age=300' } })
  } catch (error) {
    report('a section was not sent', error)
    return refused(refusal('failed', message('http.failed')))
  }
}

function textOf(slug: string): SectionText | null {
  const section = lessonSection(slug)
  if (section === null) return null
  const parts = partsOf(section).map(({ heading, pieces }) => ({
    heading,
    pieces: pieces.flatMap((piece): ReadPiece[] => {
      if (piece.type === 'html' || piece.type === 'figure') return [piece]
      // Lines that are put in order are an item of who learns alone.
      if (piece.type === 'order') return []
      return [{ type: 'exercise', slug: piece.slug, title: cardOf(piece.slug)?.title ?? piece.slug }]
    }),
  }))
  return { title: section.title, able: section.able, parts, words: { figures: messages.figures } }
}
