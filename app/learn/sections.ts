import { type TextSection, textSections } from '@/lib/lessons/text'
import type { Section } from '@/lib/prose/section'
import { lessonSection } from '@/lib/server/lesson/read'

export interface OpenSection extends TextSection, Section {}

/** All sections of the lesson, in their order. */
export function openSections(): OpenSection[] {
  return textSections.flatMap(entry => {
    const section = lessonSection(entry.slug)
    return section === null ? [] : [{ ...entry, ...section }]
  })
}
