import * as z from 'zod/mini'

/** Tells whether the page can be seen: its tab is in front and the screen is on. */
export const Attend = z.strictObject({ visible: z.boolean() })

/** A student's own hand, as a page puts it up or down, and as the server tells the student's pages. */
export const Hand = z.strictObject({ up: z.boolean() })
export type Hand = z.infer<typeof Hand>
