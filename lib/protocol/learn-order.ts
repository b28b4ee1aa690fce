import * as z from 'zod/mini'
import { Slug } from './learn'

/** The lines of a worked solution, put in order by somebody who learns without a class. */

/** Bounds of such an item. */
export const orderLimits = {
  lines: 24,
  /**
   * Seeds of its numbers, lowest and highest. No run of an exercise has them, and no student of a class, because the lines tell what the
   * quantities come to.
   */
  seedLeast: 2 ** 29,
  seedMost: 2 ** 30 - 1,
} as const

/** POST /api/learn/order: `ToldOrder`. Without `placed` it is the lines alone. */
export const AskOrder = z.strictObject({
  slug: Slug,
  /** Null for the exercise's own numbers. */
  seed: z.nullable(z.int().check(z.gte(orderLimits.seedLeast), z.lte(orderLimits.seedMost))),
  /** Places among the lines as they were told, in the order in which somebody put them. */
  placed: z.nullable(
    z.array(z.int().check(z.gte(0), z.lt(orderLimits.lines))).check(z.maxLength(orderLimits.lines)),
  ),
})
export type AskOrder = z.infer<typeof AskOrder>

/** What is told of a line: neither its place, nor whether it is right. */
export const ShownLine = z.strictObject({
  /** ASCII. */
  text: z.string(),
  /** The same as a whole `<math>` element. */
  mathml: z.string().check(z.startsWith('<math>'), z.endsWith('</math>')),
})
export type ShownLine = z.infer<typeof ShownLine>

export const ToldOrder = z.strictObject({
  lines: z.array(ShownLine),
  verdict: z.nullable(
    z.strictObject({
      right: z.boolean(),
      /** The place of the first line that does not follow, from 0; null where all that are there do. */
      at: z.nullable(z.int()),
      says: z.string(),
    }),
  ),
})
export type ToldOrder = z.infer<typeof ToldOrder>

/** An item as a page of the text shows it, with the exercise's own numbers. */
export const ShownOrder = z.strictObject({
  /** The slug of the exercise. */
  slug: Slug,
  title: z.string(),
  lines: z.array(ShownLine),
})
export type ShownOrder = z.infer<typeof ShownOrder>
