import type { Mathematics, Subject } from '../argument'
import { text } from '../text'

type Named = { name: Mathematics }

/** Counts of entries, and nodes that have a size and no values. */
export const counts = {
  'counts.sizes-only': ({ name }: Named) =>
    text`${name} has a size and no values: shape and count are all that can be asked of it`,
  'counts.no-change-of-sizes': ({ name, change }: Named & { change: string }) =>
    text`${change} needs numbers, and ${name} has a size and no values`,
  'counts.without-param': () => 'count params counts the parameters, and the file has no param',
  'counts.of-gradient': () => 'count is asked of a node (count W1) or of all parameters (count params)',

  'counts.title': ({ node }: { node: string | Mathematics }) => text`number of entries of ${node}`,
  'counts.title-of-params': () => 'number of parameters',
  'counts.remark-of-params': () => 'All entries of all parameters together.',
  'counts.why': ({ name }: Named) => text`The lengths of ${name}, multiplied.`,
  'counts.why-params': () => 'The entries of all parameters, added up.',
  'counts.worked': ({ name }: Named) => text`The entries of ${name}: its lengths, multiplied.`,
  'counts.worked-sum': () => 'All of them together.',
} satisfies Subject
