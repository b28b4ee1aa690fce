import * as z from 'zod/mini'
import { Id } from './ids'

/** A step of a version of an exercise, as messages name it. */
export const StepAddress = z.strictObject({
  version: Id,
  step: z.string().check(z.minLength(1), z.maxLength(200)),
})
export type StepAddress = z.infer<typeof StepAddress>
