import * as z from 'zod/mini'

/**
 * GET /api/teach/classes/[id]/export.xlsx holds all sheets, export.csv?sheet=… one: scores (student x step), results (a row
 * for each student and step), answers (every attempt), mistakes.
 */
export const SheetName = z.enum(['scores', 'results', 'answers', 'mistakes'])
export type SheetName = z.infer<typeof SheetName>
