import { type MistakeId, mistakeIds } from '@/lib/network'
import { mistakeWords } from '@/lib/words/en/mistakes'
import { plainText } from '@/lib/words/text'

export const mistakesPage = 'docs/mistakes.md'

const head = `# The named mistakes

This page is made from the catalogue by \`npm run docs\`; a test says when it is stale. The ids stand in
\`lib/network/wrong/catalogue.ts\`, what is said of each of them in \`lib/words/en/mistakes.ts\`. The wrong rule of an op stands beside
the op (\`lib/network/wrong\`), those of the network, of descent and of a nudge in \`lib/exercise/mistakes\`. Rules [G6] to [G9] of [grading.md](grading.md) say how they are found and told,
and [grading.md](grading.md) 3 how some of them are read.

A student reads the question; a teacher reads the id and what is done wrong. A mistake shows only on numbers on which it changes the
answer: \`chalk lint\` ([command-line.md](command-line.md) 3) tells which mistakes the numbers of an exercise cannot show.

| id | what is done wrong | the question that a student reads | it shows where |
| --- | --- | --- | --- |
`

const row = (id: MistakeId): string => {
  const { rule, nudge, where } = mistakeWords[id]
  return plainText(`| \`${id}\` | ${rule} | ${nudge} | ${where ?? ''} |\n`)
}

/** The text of docs/mistakes.md: one line for each mistake, in the catalogue's order. */
export function mistakesText(): string {
  return head + mistakeIds.map(row).join('')
}
