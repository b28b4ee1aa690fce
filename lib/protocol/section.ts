import * as z from 'zod/mini'

/** The name of a section of the lesson in addresses and rows. */
export const SectionSlug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,79}$/, 'not a section'))

/** A section that a class reads: its title is the one that it had when the teacher began it. */
export const RunningSection = z.strictObject({ slug: SectionSlug, title: z.string() })
export type RunningSection = z.infer<typeof RunningSection>

/** A place among the parts of a section, counted from 0; one that it does not have means its last. */
export const PartOfSection = z.number().check(z.int(), z.minimum(0), z.maximum(99))
