import type { Subject } from '../../argument'
import { counted } from '../../plural'
import { lengths } from '../../shape'
import { text } from '../../text'

export const reshape = {
  'reshape.counts': ({
    entries,
    shape,
    wanted,
  }: {
    entries: number
    shape: readonly number[]
    wanted: number
  }) =>
    text`its ${counted(entries, 'entry does', 'entries do')} not fill ${lengths(shape)}, which has ${wanted}`,
  'reshape.back': () => 'the same entries, laid out as before',
} satisfies Subject
