import type { Subject } from '../argument'

/** Text that is a sentence or a name already: what an older version stored, and titles of steps that were made before. */
export const verbatim = {
  'verbatim.text': ({ text }: { text: string }) => text,
} satisfies Subject
