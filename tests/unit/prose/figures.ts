import { readFileSync } from 'node:fs'
import { plainValue } from '@/lib/language/answer/evaluate'
import { readAnswer } from '@/lib/language/answer/read'
import { builtIn } from '@/lib/lessons'
import { textSections } from '@/lib/lessons/text'
import { readSection } from '@/lib/prose/section'
import type { NamedFigure } from '@/lib/protocol/figure'
import { lessonSource } from '../../lesson-files'

const slugs = new Set(builtIn.map(({ slug }) => slug))

/** A figure of the lesson, with the exercise file that it is made from. */
export interface Placed extends NamedFigure {
  readonly where: string
  readonly source: string
}

/** All figures of the lesson's text. */
export function figuresOfTheText(): Placed[] {
  return textSections.flatMap(({ slug, file }) => {
    const text = readFileSync(`lib/lessons/text/${file}`, 'utf8')
    const section = readSection(text, name => (slugs.has(name) ? lessonSource(name) : null))
    const figures = section.pieces.flatMap(piece => (piece.type === 'figure' ? [piece] : []))
    const names = [...text.matchAll(/^```figure .*?exercise=(\S+)/gm)].map(([, name]) => name ?? '')
    return figures.map(({ name, title, figure }, at) => ({
      where: `${slug}: ${name} (${figure.kind})`,
      source: sourceOf(text, names[at] ?? ''),
      name,
      title,
      figure,
    }))
  })
}

function sourceOf(text: string, name: string): string {
  const block = new RegExp(`^\`\`\`numbers ${name}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)
  return block?.[1] ?? lessonSource(name)
}

/** What a printed number is, read as an answer would be; a rounded one is none. */
export function numberOf(text: string) {
  const read = readAnswer(text.replaceAll('−', '-'))
  const value = read.ok ? plainValue(read.expr) : null
  if (!value?.ok) throw new Error(`${text} is no exact number`)
  return value.value
}
