import type { Refusal } from '@/lib/protocol/replies'
import { teacherAsking } from '@/lib/server/auth/who'
import { type ClassRecord, classForTeacher } from '@/lib/server/db/classes'
import { report } from '@/lib/server/report'
import { refusal } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'
import { refused } from '../../answering'
import { signedOut } from '../../signed-in'

/** What Next hands to a route below `[id]`. */
interface Context {
  readonly params: Promise<{ readonly id: string }>
}

/** A GET route about one class: `read` runs only for a teacher of it. For all others there is no such class. */
export function ofClass(
  read: (taught: ClassRecord, request: Request) => Promise<Response | Refusal>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const teacher = await teacherAsking(request.headers.get('cookie'))
      if (!teacher) return refused(signedOut())
      const taught = await classForTeacher((await params).id, teacher.who.id)
      if (!taught) return refused(refusal('not-found', message('http.no-such-class')))
      const answer = await read(taught, request)
      return answer instanceof Response ? answer : refused(answer)
    } catch (error) {
      report('a request failed', error)
      return refused(refusal('failed', message('http.not-read')))
    }
  }
}

/** A file to be kept, named after the class. */
export function file(
  body: Uint8Array,
  { type, title, ending }: { type: string; title: string; ending: string },
): Response {
  const name = title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim() || 'class'
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^ -~]/g, '')
      .trim() || 'class'
  return new Response(new Blob([Uint8Array.from(body)]), {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${plain}${ending}"; filename*=UTF-8''${encodeURIComponent(name + ending)}`,
    },
  })
}
