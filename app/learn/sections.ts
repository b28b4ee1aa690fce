import { type TextSection, textSections } from '@/lib/lessons/text'
import type { Section } from '@/lib/prose/section'
import { lessonSection } from '@/lib/server/lesson/read'

export interface OpenSection extends TextSection, Section {
  /** The slugs of the exercises that stand in it. */
  readonly exercises: readonly string[]
}

/** All sections of the lesson, in their order. */
export function openSections(): OpenSection[] {
  return textSections.flatMap(entry => {
    const section = lessonSection(entry.slug)
    if (section === null) return []
    const exercises = section.pieces.flatMap(piece => (piece.type === 'exercise' ? [piece.slug] : []))
    return [{ ...entry, ...section, exercises }]
  })
}
