import type { Message } from '@/lib/words/argument'
import type { Token } from '../lex'
import type { ConstantName } from './expr'
import { functionNamed, functionWords, isLater, takesNext } from './functions'
import { cut, type Lexeme, type Meaning } from './lexeme'
import { badIndex, baseOfLog, severalWays, unknownName } from './refusals'
import { type Piece, waysToSplit } from './split'
import { lower, symbolOf, symbolsAt, type Vocabulary } from './vocabulary'

/** The tokens of a cell, each word with its meaning, runs of words split, and entries such as `A[1,1]` as one word. */
export function understand(tokens: readonly Token[], vocabulary: Vocabulary): Lexeme<Meaning>[] {
  const lexemes: Lexeme<Meaning>[] = []
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place]
    if (token === undefined) break
    if (token.text === '√') lexemes.push({ ...token, meaning: { kind: 'function', name: 'sqrt' } })
    else if (token.kind !== 'name') lexemes.push(token)
    else if (tokens[place + 1]?.text === '[' && functionNamed(token.text) === null) {
      const entry = readEntry(tokens, place, vocabulary)
      lexemes.push(...entry.lexemes)
      place = entry.last
    } else lexemes.push(...readWord(tokens, place, vocabulary))
  }
  return lexemes
}

function refuse(token: Token, message: Message): Lexeme<Meaning> {
  return { ...token, meaning: { kind: 'refused', message } }
}

function readWord(tokens: readonly Token[], place: number, vocabulary: Vocabulary): Lexeme<Meaning>[] {
  const token = tokens[place]
  if (token === undefined) return []
  const plain = vocabulary.nodes.length === 0 ? wholeWord(token.text) : null
  if (plain !== null) return [{ ...token, meaning: plain }]
  const earlier = waysToSplit(token.text.length, piecesOf(token.text, vocabulary, false))
  // Words that came later are read where nothing else is.
  const ways =
    earlier.length > 0 ? earlier : waysToSplit(token.text.length, piecesOf(token.text, vocabulary, true))
  const [way] = ways
  if (way === undefined) return [refuse(token, unknownName(tokens, place, vocabulary))]
  if (ways.length > 1) return [refuse(token, severalWays(token, ways))]
  const based = withBase(token.text, way)
  const next = tokens[place + 1]
  const isValue = next?.kind === 'number' || next?.kind === 'name'
  if (based !== null && isValue) return [refuse(token, baseOfLog(token))]
  return (next?.text === '(' ? (based ?? way) : way).map(({ from, to, meaning }) =>
    cut(token, from, to, meaning),
  )
}

/** `log2(` is the logarithm to the base 2, where `log2` is the logarithm of 2; null of a word that does not end so. */
function withBase(word: string, way: readonly Piece<Meaning | null>[]): Piece<Meaning | null>[] | null {
  const base = /log(2|10)$/i.exec(word)?.[1]
  const [log, digits] = way.slice(-2)
  if (base === undefined || log === undefined || digits?.meaning !== null) return null
  const name = base === '2' ? 'log2' : 'log10'
  return [...way.slice(0, -2), { from: log.from, to: digits.to, meaning: { kind: 'function', name } }]
}

const constants: readonly (readonly [string, ConstantName])[] = [
  ['pi', 'pi'],
  ['π', 'pi'],
]

/** The meaning of a whole word, where it is one. Nearly every typed word has one, and it wins over any split. */
function wholeWord(word: string): Meaning | null {
  if (word === 'e' || word === 'E') return { kind: 'constant', name: 'e' }
  const constant = constants.find(([spelled]) => spelled === lower(word))
  if (constant) return { kind: 'constant', name: constant[1] }
  const name = functionNamed(word)
  return name === null ? null : { kind: 'function', name }
}

/** What may begin at each place of a word: a symbol, e, a function with the digits right after it. Null is a number. */
function piecesOf(
  word: string,
  vocabulary: Vocabulary,
  later: boolean,
): (from: number) => readonly (readonly Piece<Meaning | null>[])[] {
  const spelled = lower(word)
  return from => {
    const runs: Piece<Meaning | null>[][] = symbolsAt(vocabulary, spelled, from).map(({ to, symbol }) => [
      { from, to, meaning: { kind: 'symbol', name: symbol } },
    ])
    const isSymbol = (to: number): boolean => runs.some(([piece]) => piece?.to === to)
    if (spelled[from] === 'e' && !isSymbol(from + 1)) {
      runs.push([{ from, to: from + 1, meaning: { kind: 'constant', name: 'e' } }])
    }
    for (const [text, name] of later ? constants : []) {
      if (spelled.startsWith(text, from))
        runs.push([{ from, to: from + text.length, meaning: { kind: 'constant', name } }])
    }
    for (const text of functionWords) {
      const to = from + text.length
      const name = spelled.startsWith(text, from) ? functionNamed(word.slice(from, to)) : null
      if (
        name === null ||
        (isLater(name) && !later) ||
        isSymbol(to) ||
        (to < word.length && !takesNext(name))
      )
        continue
      const meaning = { kind: 'function', name } as const
      const digits = /^\d*/.exec(spelled.slice(to))?.[0].length ?? 0
      if (digits === 0) runs.push([{ from, to, meaning }])
      else if (!isSymbol(to + digits))
        runs.push([
          { from, to, meaning },
          { from: to, to: to + digits, meaning: null },
        ])
    }
    return runs
  }
}

/** `A[1,2]`, also at the end of a run: `b1A[1,2]`. `last` is the place of the bracket that closes it. */
function readEntry(
  tokens: readonly Token[],
  place: number,
  vocabulary: Vocabulary,
): { lexemes: Lexeme<Meaning>[]; last: number } {
  const token = tokens[place]
  const length = tokens.slice(place).findIndex(({ text }) => text === ']')
  if (token === undefined) return { lexemes: [], last: place }
  const only = (message: Message) => ({ lexemes: [refuse(token, message)], last: place })
  const spelled = lower(token.text)
  const named = vocabulary.nodes.filter(({ stem }) => spelled.endsWith(stem))
  if (named.length === 0) return only(unknownName(tokens, place, vocabulary))
  const last = place + length
  const inside = length < 0 ? [] : tokens.slice(place + 2, last)
  const index = indexIn(inside.map(({ text }) => text))
  const ways = named.flatMap(node => {
    const start = spelled.length - node.stem.length
    const pieces = piecesOf(token.text.slice(0, start), vocabulary, true)
    const fronts = start === 0 ? [[]] : waysToSplit(start, pieces)
    return fronts.map(front => ({ node, start, front }))
  })
  // The name by itself goes before any run that ends in a shorter one.
  const chosen = ways.find(({ start }) => start === 0) ?? (ways.length === 1 ? ways[0] : undefined)
  if (chosen === undefined) return only(unknownName(tokens, place, vocabulary))
  const symbol = index && symbolOf(chosen.node, index)
  if (!symbol) return only(badIndex(token, chosen.node, index))
  const entry = cut<Meaning>(token, chosen.start, token.text.length, { kind: 'symbol', name: symbol })
  return {
    lexemes: [
      ...chosen.front.map(({ from, to, meaning }) => cut(token, from, to, meaning)),
      { ...entry, text: `${entry.text}[${index.join(',')}]` },
    ],
    last,
  }
}

/** Whole numbers with commas between them; null of anything else. */
function indexIn(texts: readonly string[]): readonly number[] | null {
  const shaped = texts.every((text, at) => (at % 2 === 0 ? /^\d{1,5}$/.test(text) : text === ','))
  return shaped && texts.length % 2 === 1 ? texts.filter((_, at) => at % 2 === 0).map(Number) : null
}
