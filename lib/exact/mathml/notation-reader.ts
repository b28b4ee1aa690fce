import type { Token } from '../lex'
import { brackets, mfrac, mi, mn, mo, mrow, msqrt, msub, msup, mtable, mtext, tight } from './elements'
import { entryMathml, nameMathml, partialMathml } from './names'

/** How tightly a typeset piece holds together; a stronger one is needed at some places, or brackets. */
const strength = { relation: 0, sum: 1, product: 2, power: 4, atom: 5 } as const

interface Piece {
  readonly mathml: string
  readonly strength: number
  /** It begins with a sign, and needs brackets after an operator. */
  readonly signed?: boolean
  /** One number, whatever the shapes of the names are: products with it are not taken entry by entry. */
  readonly single?: boolean
  /** A bar: what is raised after it needs brackets around it. */
  readonly bar?: boolean
  /** On one line, for where it stands by itself: a bar would push the lines of a sentence apart. */
  readonly line?: string
  /** The entries of a literal vector, so that a matrix of such can be laid out in rows. */
  readonly cells?: readonly string[]
}

type Read = Piece | null

const atom = (mathml: string): Piece => ({ mathml, strength: strength.atom })

/** Functions that are typeset in another way than by their names. */
const functions: Readonly<Record<string, (args: readonly Piece[]) => Piece | undefined>> = {
  exp: ([x]) => x && { mathml: msup(mi('e'), mrow(x.mathml)), strength: strength.power },
  sqrt: ([x]) => x && atom(msqrt(x.mathml)),
  abs: ([x]) => x && atom(mrow(mo('|', 'prefix'), x.mathml, mo('|', 'postfix'))),
  sum: ([x]) => x && { mathml: mrow(mo('∑'), enclose(x, strength.power)), strength: strength.product },
}

const relations: Readonly<Record<string, string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
}

const letters: Readonly<Record<string, string>> = { sigmoid: 'σ', log: 'ln', cross_entropy: 'CE' }
/** Their second argument is an axis, which stands as an index. */
const alongAxes = ['sum', 'mean', 'softmax', 'log_softmax']

function enclose(piece: Piece, least: number, afterOperator = false): string {
  return piece.strength < least || (afterOperator && piece.signed) ? brackets(piece.mathml) : piece.mathml
}

/**
 * Typesets one expression while it reads the tokens of it, with Python's precedence. Shapes are not known: `*` between names
 * is written ⊙, as in the echo of a typed formula. Null where the tokens are no expression.
 */
export class NotationReader {
  private place = 0

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): string | null {
    const piece = this.relation()
    return this.next?.kind === 'end' ? (piece?.line ?? piece?.mathml ?? null) : null
  }

  private relation(): Read {
    let left = this.sum()
    for (;;) {
      const sign = left && this.take(...Object.keys(relations))
      if (!left || !sign) return left
      const right = this.sum()
      left = right && {
        mathml: mrow(left.line ?? left.mathml, mo(relations[sign] ?? sign), right.line ?? right.mathml),
        strength: strength.relation,
      }
    }
  }

  private get next(): Token | undefined {
    return this.tokens[this.place]
  }

  private take(...spellings: readonly string[]): string | null {
    const token = this.next
    if (token?.kind !== 'symbol' || !spellings.includes(token.text)) return null
    this.place += 1
    return token.text
  }

  private sum(): Read {
    let left = this.product()
    for (;;) {
      const sign = left && this.take('+', '-')
      if (!left || !sign) return left
      const right = this.product()
      left = right && {
        mathml: mrow(
          enclose(left, strength.sum),
          mo(sign === '-' ? '−' : '+'),
          enclose(right, strength.product, true),
        ),
        strength: strength.sum,
        ...(left.signed && { signed: true }),
        ...(left.single && right.single && { single: true }),
      }
    }
  }

  private product(): Read {
    let left = this.signed()
    for (;;) {
      const sign = left && this.take('*', '/', '@')
      if (!left || !sign) return left
      const right = this.signed()
      left = right && (sign === '/' ? over(left, right) : times(left, right, sign))
    }
  }

  /** A sign binds less than a power and more than a product. */
  private signed(): Read {
    if (this.take('+')) return this.signed()
    if (!this.take('-')) return this.raised()
    const of = this.signed()
    if (!of) return null
    const mathml = mrow(mo('−', 'prefix'), enclose(of, strength.product, true))
    return { ...of, mathml, strength: strength.product, signed: true }
  }

  private raised(): Read {
    const base = this.primary()
    if (!base || !this.take('^')) return base
    const exponent = this.signed()
    if (!exponent) return null
    const raised = mark(base, mrow(exponent.mathml))
    return base.single ? { ...raised, single: true } : raised
  }

  private primary(): Read {
    let piece = this.atom()
    while (piece) {
      if (this.next?.text === '.' && this.tokens[this.place + 1]?.text === 'T') {
        this.place += 2
        piece = mark(piece, mo('⊤'))
      } else if (this.take('[')) {
        const index = this.listed(']')
        piece = index && {
          ...atom(msub(enclose(piece, strength.atom), mrow(index.map(({ mathml }) => mathml).join(mo(','))))),
          single: true,
        }
      } else return piece
    }
    return null
  }

  private atom(): Read {
    const token = this.next
    if (!token) return null
    if (token.kind === 'number') {
      this.place += 1
      return { ...atom(mn(token.text)), single: true }
    }
    if (token.kind === 'name') return this.partial() ?? this.named(token)
    if (this.take('..')) return this.take('.') ? atom(mo('⋯')) : null
    if (this.take('[')) return literal(this.listed(']'))
    if (!this.take('(')) return null
    const inner = this.relation()
    return this.take(')') ? inner : null
  }

  /** What stands between brackets, the first of them taken already. */
  private listed(closing: string): Piece[] | null {
    const items: Piece[] = []
    do {
      const item = this.sum()
      if (!item) return null
      items.push(item)
    } while (this.take(','))
    return this.take(closing) ? items : null
  }

  private named({ text }: Token): Read {
    this.place += 1
    if (!this.take('(')) return this.entry(text) ?? atom(nameMathml(text))
    const args = this.listed(')')
    return args && called(text, args)
  }

  /** `[1,2]` after a name: its entry. */
  private entry(name: string): Read {
    const index = this.indexAt(this.place)
    if (index.length === 0) return null
    this.place += 2 * index.length + 1
    return { ...atom(entryMathml(name, index)), single: true }
  }

  /** `dL/dA` and `dC[1,2]/dA[1,1]`, without a space in them; null where none begins. */
  private partial(): Read {
    const ofIndex = this.indexAt(this.place + 1)
    const slash = this.place + 1 + (ofIndex.length === 0 ? 0 : 2 * ofIndex.length + 1)
    const byIndex = this.indexAt(slash + 2)
    const [above, below] = [this.next, this.tokens[slash + 1]]
    if (this.tokens[slash]?.text !== '/' || above?.kind !== 'name' || below?.kind !== 'name') return null
    if (!/^d./.test(above.text) || !/^d./.test(below.text)) return null
    const end = this.tokens[slash - 1]
    if (end === undefined || end.at + end.text.length + 1 !== below.at) return null
    this.place = slash + 2 + (byIndex.length === 0 ? 0 : 2 * byIndex.length + 1)
    const [of, by] = [above.text.slice(1), below.text.slice(1)]
    const line = mrow(tight('∂'), entryMathml(of, ofIndex), tight('/'), tight('∂'), entryMathml(by, byIndex))
    const piece = { ...atom(partialMathml(of, by, ofIndex, byIndex)), bar: true, line }
    return byIndex.length > 0 ? { ...piece, single: true } : piece
  }

  /** The whole numbers between square brackets at a place; none where none stand there. */
  private indexAt(place: number): number[] {
    if (this.tokens[place]?.text !== '[') return []
    const index: number[] = []
    for (let at = place + 1; ; at += 2) {
      const [number, after] = [this.tokens[at], this.tokens[at + 1]]
      if (number?.kind !== 'number' || !/^\d+$/.test(number.text)) return []
      index.push(Number(number.text))
      if (after?.text === ']') return index
      if (after?.text !== ',') return []
    }
  }
}

/** With something raised after it: an exponent, the mark of a transpose. */
function mark(base: Piece, raised: string): Piece {
  const below = base.bar ? brackets(base.mathml) : enclose(base, strength.atom)
  return { mathml: msup(below, raised), strength: strength.power }
}

function over(left: Piece, right: Piece): Piece {
  const single = left.single && right.single && { single: true }
  return { ...atom(mfrac(mrow(left.mathml), mrow(right.mathml))), bar: true, ...single }
}

function times(left: Piece, right: Piece, sign: string): Piece {
  const entrywise = !left.single && !right.single
  const between = sign === '@' ? mo('\u2062') : mo(entrywise ? '⊙' : '·')
  const single = left.single && right.single && { single: true }
  return {
    mathml: mrow(enclose(left, strength.product), between, enclose(right, strength.power, true)),
    strength: strength.product,
    ...(left.signed && { signed: true }),
    ...single,
  }
}

function called(word: string, args: readonly Piece[]): Read {
  const own = Object.hasOwn(functions, word) ? functions[word] : undefined
  const axis = alongAxes.includes(word) && args.length === 2 ? args[1] : undefined
  if (own && axis === undefined) return args.length === 1 ? (own(args) ?? null) : null
  const name = word === 'sum' ? mo('∑') : mi(letters[word] ?? word)
  const along = axis === undefined ? name : msub(name, mrow(mtext('axis\u00a0'), axis.mathml))
  const inner = (axis === undefined ? args : args.slice(0, 1)).map(({ mathml }) => mathml)
  return atom(mrow(along, mo('\u2061'), brackets(inner.join(mo(',')))))
}

/** A vector in a row, a matrix in its rows. */
function literal(items: readonly Piece[] | null): Read {
  if (!items) return null
  const cells = items.map(({ mathml }) => mathml)
  const rows = items.flatMap(({ cells }) => (cells ? [cells] : []))
  if (rows.length === items.length) return atom(mtable(rows))
  return { ...atom(brackets(cells.join(mo(',')))), cells }
}
