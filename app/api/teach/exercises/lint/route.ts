import { CheckExercise } from '@/lib/protocol/http'
import { answering } from '../../../answering'
import { forTeacher } from '../../../signed-in'
import { linted } from '../../checked'

export const POST = answering(
  CheckExercise,
  forTeacher(async message => {
    const result = await linted(message.source)
    return result.ok ? { ok: true, body: { lint: result.lint } } : result
  }),
)
