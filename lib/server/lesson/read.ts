import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TextSection, textSections } from '@/lib/lessons/text'
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
let outlines: readonly SectionOutline[] | null = null

/** What a list of sections says of one; its numbers are not computed for it. */
export interface SectionOutline extends TextSection {
  readonly title: string
  /** The slugs of the exercises that stand in it, in the order of the text. */
  readonly exercises: readonly string[]
}

/** All sections of the lesson, in their order. */
export function sectionOutlines(): readonly SectionOutline[] {
  outlines ??= textSections.map(entry => outlineOf(entry, lessonText(entry.file)))
  return outlines
}

function outlineOf(entry: TextSection, text: string): SectionOutline {
  const exercises = [...text.matchAll(/^```exercise\n(\S+)\n/gm)].map(([, slug = '']) => slug)
  return { ...entry, title: /^# (.+)$/m.exec(text)?.[1] ?? entry.slug, exercises }
}

/** A section's title with its number, if it has one: `3. Several paths`. */
export function titleInList({ number, title }: Pick<SectionOutline, 'number' | 'title'>): string {
  return number === null ? title : `${number}. ${title}`
}

/** The section in which an exercise stands, found without computing its numbers; null where there is none. */
export function placeInText(exercise: string): PlaceInText | null {
  places ??= new Map(
    sectionOutlines().flatMap(({ slug, title, exercises }) =>
      exercises.map((one): [string, PlaceInText] => [one, { slug, title }]),
    ),
  )
  return places.get(exercise) ?? null
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
