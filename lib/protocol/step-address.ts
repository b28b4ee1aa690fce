import * as z from 'zod/mini'
import { Id } from './ids'

/** A step of a version of an exercise. `keyOf` (./step-key) makes one text of it. */
export interface StepAddress {
  readonly version: string
  readonly step: string
}

/** As messages name it: bounded. */
export const StepAddress = z.strictObject({
  version: Id,
  step: z.string().check(z.minLength(1), z.maxLength(200)),
})

/** As the server names it to its pages. */
export const ToldAddress = z.strictObject({ version: z.string(), step: z.string() })

/** A step, or (`step` null) an exercise as a whole, as the server names it to its pages. */
export const StepOrWhole = z.strictObject({ version: z.string(), step: z.nullable(z.string()) })
export type StepOrWhole = z.infer<typeof StepOrWhole>

/** As rows and browsers keep it: another version may have added something, which is left out. */
export const KeptAddress = z.object({ version: z.string(), step: z.string() })
