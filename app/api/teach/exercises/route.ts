import { SaveExercise } from '@/lib/protocol/http'
import { saveExercise } from '@/lib/server/db/exercises'
import { refusal } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'
import { answering } from '../../answering'
import { forTeacher } from '../../signed-in'
import { checked } from '../checked'

/** Stores a file that is right; one that is wrong comes back with its errors and is not stored. */
export const POST = answering(
  SaveExercise,
  forTeacher(async (typed, teacher) => {
    const result = await checked(typed.source)
    if (!result.ok) return result
    if (result.view === null) return { ok: true, body: { errors: result.errors } }
    const saved = await saveExercise({
      exerciseId: typed.exercise ?? null,
      ownerId: teacher.who.id,
      title: result.title,
      source: typed.source,
      now: Date.now(),
    })
    return saved ? { ok: true, body: saved } : refusal('not-found', message('http.no-such-exercise'))
  }),
)
