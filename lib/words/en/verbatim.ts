import type { Subject } from '../argument'

/** Sentences that come from elsewhere: what an older version stored as text. */
export const verbatim = {
  'verbatim.text': ({ text }: { text: string }) => text,
} satisfies Subject
