import { CheckExercise } from '@/lib/protocol/http'
import { answering } from '../../../answering'
import { forTeacher } from '../../../signed-in'
import { checked } from '../../checked'

export const POST = answering(
  CheckExercise,
  forTeacher(async message => {
    const result = await checked(message.source)
    return result.ok ? { ok: true, body: { errors: result.errors, view: result.view } } : result
  }),
)
