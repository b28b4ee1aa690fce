import { mn, mo, mrow, tight } from '@/lib/exact/mathml/elements'
import { entryMathml, nameMathml, onWire, partialMathml, wireMathml } from '@/lib/exact/mathml/names'
import { shapeMathml } from '@/lib/exact/mathml/shape'
import type { Token } from '../lex'
import {
  atom,
  called,
  enclose,
  entryOfPiece,
  literal,
  mark,
  over,
  type Piece,
  strength,
  times,
} from './pieces'

type Read = Piece | null

const relations: Readonly<Record<string, string>> = {
  '=': '=',
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
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
        mathml: mrow(compared(left), mo(relations[sign] ?? sign), compared(right)),
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
        piece = index && entryOfPiece(piece, index)
      } else return piece
    }
    return null
  }

  private atom(): Read {
    const token = this.next
    if (!token) return null
    if (token.kind === 'number') {
      this.place += 1
      return this.shape(token) ?? { ...atom(mn(token.text)), single: true }
    }
    if (token.kind === 'name') return this.partial() ?? this.named(token)
    if (this.take('..')) return this.take('.') ? atom(mo('⋯')) : null
    if (this.take('[')) {
      const items = this.listed(']')
      return items && literal(items)
    }
    if (!this.take('(')) return null
    const inner = this.relation()
    return this.take(')') ? inner : null
  }

  /** `3x2`: the first length is taken already. */
  private shape({ at, text }: Token): Read {
    const { next } = this
    if (next?.kind !== 'name' || next.at !== at + text.length || !/^(?:x\d+)+$/.test(next.text)) return null
    this.place += 1
    return atom(shapeMathml(`${text}${next.text}`.split('x').map(Number)))
  }

  /** One of what stands between brackets; behind a tensor it may be a range, `:` or `2:3` or `2:`. */
  private range(): Read {
    const colon = mo(':')
    const from = this.next?.text === ':' ? null : this.relation()
    if (!this.take(':')) return from
    const open = this.next?.text === ',' || this.next?.text === ']'
    const to = open ? null : this.sum()
    if (!open && to === null) return null
    return atom(mrow(from?.mathml ?? '', colon, to?.mathml ?? ''))
  }

  /** What stands between brackets, the first of them taken already. */
  private listed(closing: string): Piece[] | null {
    const items: Piece[] = []
    do {
      const item = this.range()
      if (!item) return null
      items.push(item)
    } while (this.take(','))
    return this.take(closing) ? items : null
  }

  private named({ text }: Token): Read {
    this.place += 1
    if (!this.take('(')) {
      return text === 'scalar' ? atom(shapeMathml([])) : (this.entry(text) ?? atom(nameMathml(text)))
    }
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
    const nth = this.wire()
    if (nth !== null) {
      const flat = mrow(tight('∂'), nameMathml(of), tight('/'), tight('∂'), onWire(by, byIndex, nth))
      return { ...atom(wireMathml(of, by, byIndex, nth)), bar: true, line: flat, single: true }
    }
    const line = mrow(tight('∂'), entryMathml(of, ofIndex), tight('/'), tight('∂'), entryMathml(by, byIndex))
    const piece = { ...atom(partialMathml(of, by, ofIndex, byIndex)), bar: true, line }
    return byIndex.length > 0 ? { ...piece, single: true } : piece
  }

  /** `.1` right behind a gradient: which wire of a circuit it is on. */
  private wire(): number | null {
    const [before, token] = [this.tokens[this.place - 1], this.next]
    if (token?.kind !== 'number' || !/^\.\d+$/.test(token.text)) return null
    if (before === undefined || before.at + before.text.length !== token.at) return null
    this.place += 1
    return Number(token.text.slice(1))
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

/** One side of a relation: a relation within it stands in brackets. */
function compared(side: Piece): string {
  return side.line ?? enclose(side, strength.sum)
}
