'use client'

import { Fetched, useFetched } from '@/components/ui/fetched'

type Typesetting = typeof import('./typeset').typeset

const typesetting = new Fetched<Typesetting>(async () => (await import('./typeset')).typeset)

/** Fetches what typesets cells; from then on it is there at once. */
export const fetchTypeset = (): Promise<Typesetting> => typesetting.fetch()

/**
 * What typesets cells, once there is a `text` to be typeset; null until its script is there. Nothing waits for it: an answer is typed,
 * kept and checked without it.
 */
export const useTypeset = (text: string | null): Typesetting | null => useFetched(typesetting, text)
