import MarkdownIt, { type Token } from 'markdown-it'
import { addTex, buildKey, type Key, readExercise } from '@/lib/exercise'
import type { NamedFigure } from '@/lib/protocol/figure'
import { anchors, type Heading } from './anchors'
import { figureOf, readFigure } from './figure'
import { writeNumber } from './number'
import { fill, type Placeholder } from './placeholder'

/** A part of a section: safe HTML, an exercise to do there, one whose worked solution is put in order, or a figure that answers. */
export type Piece =
  | { readonly type: 'html'; readonly id: string; readonly html: string }
  | { readonly type: 'exercise' | 'order'; readonly slug: string }
  | ({ readonly type: 'figure' } & NamedFigure)

/** A section of the lesson, its numbers filled in. */
export interface Section {
  /** Without formulas, as it stands in lists too. */
  readonly title: string
  /** What a reader can do afterwards, without formulas. */
  readonly able: string
  readonly pieces: readonly Piece[]
  readonly headings: readonly Heading[]
}

/** The `.chalk` text of an exercise, or null where there is none of that slug. */
export type SourceOf = (slug: string) => string | null

const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false }).disable([
  'image',
])
addTex(markdown)
markdown.use(anchors)

// The lesson's own pages, and the web.
markdown.validateLink = url => /^(?:https:\/\/|\/(?!\/)|#)/.test(url)

/**
 * Reads a section: Markdown with TeX between `$`, placeholders for numbers, and fenced blocks. `numbers NAME` holds an exercise file that
 * is not shown, whose numbers the text then names; `exercise` holds the slug of an exercise to do there, and
 * `order` of one whose worked solution is put in order (`lib/lessons/orders.ts`); `figure KIND exercise=NAME …`
 * is a figure, and holds its title in its first line, then its caption. The first heading is the title, and the paragraph after it says what one will be able to do. Throws
 * a sentence for the author at the first thing that is wrong.
 */
export function readSection(source: string, sourceOf: SourceOf): Section {
  const tokens = markdown.parse(source, {})
  const keys = new Keys(tokens, sourceOf)
  const write = (placeholder: Placeholder, tex: boolean): string => {
    if (placeholder.kind === 'constant') return placeholder.text
    const { of, ...asked } = placeholder
    const written = writeNumber(keys.of(of), asked)
    if (!written.ok) throw new Error(`${of}: ${written.error}`)
    if (!tex && written.text === '') throw new Error(`${of}.${asked.target} is a matrix outside of a formula`)
    return tex ? written.tex : written.text
  }
  const filled = (parsed: readonly Token[]): readonly Token[] => {
    for (const token of parsed.flatMap(token => token.children ?? [])) {
      if (token.type === 'tex') token.content = fill(token.content, one => write(one, true))
      if (token.type === 'text') token.content = fill(token.content, one => write(one, false))
    }
    return parsed
  }
  filled(tokens)
  const [title, able, body] = opening(tokens)
  const figure = ({ info, content }: Token): NamedFigure => {
    const asked = readFigure(info)
    const [title = '', ...words] = content.trim().split('\n')
    if (!/^[^${}]+$/.test(title)) throw new Error('a figure begins with its title, a line without formulas')
    const caption = rendered(filled(markdown.parseInline(words.join('\n'), {})))
    return { name: asked.name, title, figure: figureOf(asked, keys.of(asked.exercise), caption) }
  }
  return { title, able, pieces: piecesOf(body, figure), headings: headingsOf(body) }
}

/** The title, what the section teaches, and the rest. */
function opening(tokens: readonly Token[]): [title: string, able: string, body: Token[]] {
  const [head, title, , first, able] = tokens
  if (head?.tag !== 'h1' || first?.type !== 'paragraph_open' || !title || !able) {
    throw new Error('a section begins with its title and a paragraph that says what it teaches')
  }
  return [title.content, able.content.replace(/\s+/g, ' '), tokens.slice(6)]
}

function headingsOf(tokens: readonly Token[]): Heading[] {
  return tokens.flatMap((token, at) =>
    token.type === 'heading_open'
      ? [
          {
            id: String(token.attrGet('id')),
            level: Number(token.tag.slice(1)),
            html: rendered(tokens.slice(at + 1, at + 2)),
          },
        ]
      : [],
  )
}

function piecesOf(tokens: readonly Token[], figure: (block: Token) => NamedFigure): Piece[] {
  const pieces: Piece[] = []
  let open: Token[] = []
  const close = () => {
    if (open.length > 0) pieces.push({ type: 'html', id: `part-${pieces.length + 1}`, html: rendered(open) })
    open = []
  }
  for (const token of tokens) {
    if (token.type !== 'fence') open.push(token)
    else if (token.info.trim() === 'exercise' || token.info.trim() === 'order') {
      close()
      const type = token.info.trim() === 'order' ? 'order' : 'exercise'
      pieces.push({ type, slug: token.content.trim() })
    } else if (/^figure\b/.test(token.info)) {
      close()
      pieces.push({ type: 'figure', ...figure(token) })
    } else if (!token.info.startsWith('numbers ')) {
      throw new Error(`a block of an unknown kind: ${token.info}`)
    }
  }
  close()
  return pieces
}

function rendered(tokens: readonly Token[]): string {
  return markdown.renderer.render([...tokens], markdown.options, {}).trim()
}

/** The computed numbers of every exercise that a section names, each made when it is first asked for. */
class Keys {
  private readonly own: ReadonlyMap<string, string>
  private readonly known = new Map<string, Key>()

  constructor(
    tokens: readonly Token[],
    private readonly sourceOf: SourceOf,
  ) {
    const blocks = tokens.filter(({ type, info }) => type === 'fence' && info.startsWith('numbers '))
    this.own = new Map(blocks.map(({ info, content }) => [info.slice('numbers '.length).trim(), content]))
  }

  of(name: string): Key {
    const key = this.known.get(name) ?? this.make(name)
    this.known.set(name, key)
    return key
  }

  private make(name: string): Key {
    const source = this.own.get(name) ?? this.sourceOf(name)
    if (source === null) throw new Error(`there are no numbers of the name ${name}`)
    const read = readExercise(source)
    const built = read.ok ? buildKey(read.exercise) : read
    if (built.ok) return built.key
    throw new Error(`the numbers of ${name} are wrong: ${JSON.stringify(built.errors[0])}`)
  }
}
