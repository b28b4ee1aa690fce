import { PreviewExercise } from '@/lib/protocol/http'
import { versionsById, versionsOpenTo } from '@/lib/server/db/exercises'
import { refusal } from '@/lib/server/spoken'
import { previewSource } from '@/lib/server/workers/check'
import { message } from '@/lib/words/message'
import { answering } from '../../../answering'
import { forTeacher } from '../../../signed-in'

/** [G11] The key goes to teachers only, who grade by it. */
export const POST = answering(
  PreviewExercise,
  forTeacher(async ({ version }, { who }) => {
    const open = await versionsOpenTo([version], who.id)
    const [row] = open.has(version) ? await versionsById([version]) : []
    if (!row) return refusal('not-found', message('board.no-such-exercise'))
    const outcome = await previewSource(row.source)
    if (!outcome.ok && outcome.why === 'busy') return refusal('busy', message('http.check-too-long'))
    if (!outcome.ok) return refusal('failed', message('http.failed'))
    // A file of an older version that is not read any more: nothing broke here.
    if (!outcome.answer.view) return refusal('not-found', message('board.unreadable-exercise'))
    return { ok: true, body: outcome.answer }
  }),
)
