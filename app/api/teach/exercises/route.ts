import { SaveExercise } from '@/lib/protocol/http'
import { refuse } from '@/lib/protocol/replies'
import { saveExercise } from '@/lib/server/db/exercises'
import { answering } from '../../answering'
import { forTeacher } from '../../signed-in'
import { checked } from '../checked'

/** Stores a file that is right; one that is wrong comes back with its errors and is not stored. */
export const POST = answering(
  SaveExercise,
  forTeacher(async (message, teacher) => {
    const result = await checked(message.source)
    if (!result.ok) return result
    if (result.view === null) return { ok: true, body: { errors: result.errors } }
    const saved = await saveExercise({
      exerciseId: message.exercise ?? null,
      ownerId: teacher.who.id,
      title: result.title,
      source: message.source,
      now: Date.now(),
    })
    return saved ? { ok: true, body: saved } : refuse('not-found', 'You have no such exercise.')
  }),
)
