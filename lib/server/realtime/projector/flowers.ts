import { createHmac } from 'node:crypto'
import { flowers } from '@/lib/classroom/pseudonyms'
import { serverSecret } from '../../auth/secret'

/**
 * A class's own order of the flowers, made by a keyed hash: it is the same after a restart, and nobody can work it
 * out.
 */
export function flowersOf(classId: string): readonly string[] {
  const secret = serverSecret()
  const place = (flower: string) => createHmac('sha256', secret).update(`${classId} ${flower}`).digest('hex')
  return flowers
    .map(flower => ({ flower, at: place(flower) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ flower }) => flower)
}
