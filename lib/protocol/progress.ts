import * as z from 'zod/mini'

/** How far the class is as a whole: nobody is named, ranked or counted in it. */
export const ClassProgress = z.strictObject({
  /**
   * The part of the class's steps that are right or follow, from 0 to 1, in whole hundredths. Null while verdicts are
   * held back, and in a class so small that it would be about single people.
   */
  share: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
})
export type ClassProgress = z.infer<typeof ClassProgress>
