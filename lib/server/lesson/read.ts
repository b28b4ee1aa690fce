import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textSections } from '@/lib/lessons/text'
import { readSection, type Section } from '@/lib/prose/section'
import type { NamedFigure } from '@/lib/protocol/figure'
import { lessonsFolder } from '../lesson-files'
import { chalkOf } from './exercise'

const sections = new Map<string, Section>()

/** A section of the lesson, made when it is first asked for and then kept: our files change with the program only. */
export function lessonSection(slug: string): Section | null {
  const entry = textSections.find(section => section.slug === slug)
  if (entry === undefined) return null
  const section = sections.get(slug) ?? readSection(lessonText(entry.file), chalkOf)
  sections.set(slug, section)
  return section
}

/** Where an exercise stands in the text. */
export interface PlaceInText {
  readonly slug: string
  readonly title: string
}

let places: ReadonlyMap<string, PlaceInText> | null = null

/** The section in which an exercise stands, found without computing its numbers; null where there is none. */
export function placeInText(exercise: string): PlaceInText | null {
  places ??= new Map(textSections.flatMap(({ slug, file }) => placesIn(slug, lessonText(file))))
  return places.get(exercise) ?? null
}

function placesIn(slug: string, text: string): [exercise: string, place: PlaceInText][] {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? slug
  return [...text.matchAll(/^```exercise\n(\S+)\n/gm)].map(([, exercise = '']) => [exercise, { slug, title }])
}

/** A figure of the lesson, and the section in which it stands. */
export interface PlacedFigure {
  readonly section: string
  readonly figure: NamedFigure
}

let figurePlaces: ReadonlyMap<string, string> | null = null

/** The figure of a name, found without computing the numbers of other sections; null where there is none. */
export function figureNamed(name: string): PlacedFigure | null {
  figurePlaces ??= new Map(
    textSections.flatMap(({ slug, file }) => namesOfFigures(lessonText(file)).map(figure => [figure, slug])),
  )
  const section = figurePlaces.get(name)
  const pieces = section === undefined ? [] : (lessonSection(section)?.pieces ?? [])
  const figure = pieces.find(piece => piece.type === 'figure' && piece.name === name)
  return section !== undefined && figure?.type === 'figure' ? { section, figure } : null
}

function namesOfFigures(text: string): string[] {
  return [...text.matchAll(/^```figure\b.* name=(\S+)/gm)].map(([, name = '']) => name)
}

/** The Markdown of a section. */
export function lessonText(file: string): string {
  return readFileSync(join(lessonsFolder, 'text', file), 'utf8')
}
