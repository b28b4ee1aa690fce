import { isGap, isName, joined, type Piece } from './latex-pieces'

/** Signs that commands stand for; an empty one shows nothing that a cell could take. */
const signs = new Map<string, string>([
  ...[...'(),;:! []', 'left', 'right', 'big', 'Big', 'bigl', 'bigr', 'Bigl', 'Bigr'].map(
    name => [name, ''] as const,
  ),
  ...['displaystyle', 'textstyle', 'limits'].map(name => [name, ''] as const),
  ...['quad', 'qquad'].map(name => [name, ' '] as const),
  ...['cdot', 'times', 'ast'].map(name => [name, '*'] as const),
  ...['{', 'lbrace', 'lparen'].map(name => [name, '('] as const),
  ...['}', 'rbrace', 'rparen'].map(name => [name, ')'] as const),
  ['div', '/'],
  ['partial', '∂'],
  ['sigma', 'σ'],
  ['pi', 'π'],
  ['odot', '⊙'],
  ['circ', '∘'],
])
const words = new Set(['ln', 'log', 'exp', 'tanh', 'max', 'min', 'sin', 'cos'])
/** They change the look of what follows, not what it is. */
const looks = new Set(['mathrm', 'mathbf', 'mathit', 'mathsf', 'text', 'boldsymbol', 'operatorname', 'boxed'])
const fractions = new Set(['frac', 'dfrac', 'tfrac', 'cfrac', 'nicefrac', 'sfrac'])
const hidden = new Set(['phantom', 'hphantom', 'vphantom', 'hspace'])
/** What is raised to say that a matrix is transposed. */
const transposes = new Set(['T', '⊤', '\\top', '\\intercal', '\\mathsfT', '\\mathrmT', '\\textT', '\\rmT'])

const deepest = 32

/**
 * LaTeX in the words of a cell: `-\frac12` is `-1/2`, `e^{-1}` is `e^(-1)`, `1{,}5` is `1,5`. Where one more digit stands beside a
 * fraction or an exponent (`2\frac{1}{2}`, `2^10`), nobody can tell a product from one number: the text stays as it is, for the
 * cell to refuse. Null where there is a command that is not known.
 */
export function latexEntry(text: string): string | null {
  const pieces = new Reader(text.replaceAll('$', '')).pieces()
  if (pieces === null) return null
  return joined(pieces) ?? text.trim()
}

class Reader {
  private at = 0
  private depth = 0

  constructor(private readonly text: string) {}

  /** All pieces to the end of the text, or to the brace that closes a group. */
  pieces(inGroup = false): Piece[] | null {
    let pieces: Piece[] = []
    let above: Piece[] | null = null
    while (this.at < this.text.length) {
      if (this.text[this.at] === '}') {
        if (!inGroup) return null
        break
      }
      if (this.takeOver()) {
        if (above !== null) return null
        above = pieces
        pieces = []
        continue
      }
      const next = this.piece()
      if (next === null) return null
      for (const piece of next) pieces.push(piece)
    }
    return above === null ? pieces : fraction(above, pieces)
  }

  /** A command with what belongs to it, a group, a power, or one character. */
  private piece(): Piece[] | null {
    const mark = this.text.charAt(this.at)
    if (mark === '\\') return this.command()
    if (mark === '{') return this.group()
    if (mark === '^' || mark === '_') return this.raised(mark)
    this.at += 1
    return [pieceOf(mark === '~' ? ' ' : mark)]
  }

  private command(): Piece[] | null {
    const name = this.named()
    if (fractions.has(name)) {
      const above = this.argument()
      const below = above && this.argument()
      return above && below && fraction(above, below)
    }
    if (name === 'sqrt' || name === 'overline') {
      const inner = this.text[this.at] === '[' ? null : this.argument()
      const text = inner && joined(inner)
      if (!text) return null
      if (name === 'overline') return /^\d+$/.test(text) ? [{ kind: 'repeated', text: `(${text})` }] : null
      return [
        { kind: 'word', text: 'sqrt' },
        { kind: 'close', text: `(${text})` },
      ]
    }
    if (looks.has(name)) {
      const inner = this.argument()
      const whole = inner && joined(inner)
      if (!whole || !isName(whole)) return inner
      return [{ kind: words.has(whole) ? 'word' : 'name', text: whole }]
    }
    if (hidden.has(name)) return this.argument() && []
    if (words.has(name)) return [{ kind: 'word', text: name }]
    const sign = signs.get(name)
    if (sign === undefined) return null
    // The invisible delimiter of \left. and \right.
    if ((name === 'left' || name === 'right') && this.text[this.at] === '.') this.at += 1
    return sign === '' ? [] : [pieceOf(sign)]
  }

  /** The letters after a backslash, or the one sign. */
  private named(): string {
    const run = /\\([A-Za-z]+|[^A-Za-z]|$)/y
    run.lastIndex = this.at
    const [all = '\\', name = ''] = run.exec(this.text) ?? []
    this.at += all.length
    return name
  }

  /** `{1 \over 2}`, as plain TeX and Maxima write a fraction. */
  private takeOver(): boolean {
    const end = this.at + 5
    if (!this.text.startsWith('\\over', this.at) || /[A-Za-z]/.test(this.text.charAt(end))) return false
    this.at = end
    return true
  }

  private group(): Piece[] | null {
    this.depth += 1
    this.at += 1
    const inner = this.depth > deepest ? null : this.pieces(true)
    this.depth -= 1
    if (inner === null || this.text[this.at] !== '}') return null
    this.at += 1
    return inner
  }

  /** What belongs to a command: a group, a command or one character. */
  private argument(): Piece[] | null {
    while (isGap(this.text.charAt(this.at))) this.at += 1
    if (this.at >= this.text.length || '^_}'.includes(this.text.charAt(this.at))) return null
    this.depth += 1
    const inner = this.depth > deepest ? null : this.piece()
    this.depth -= 1
    return inner !== null && inner.length > 0 ? inner : null
  }

  private raised(mark: '^' | '_'): Piece[] | null {
    this.at += 1
    const from = this.at
    if (mark === '^' && this.takeTranspose()) return [{ kind: 'close', text: '^T' }]
    const inner = this.argument()
    const text = inner && joined(inner)
    if (!text) return null
    if (mark === '_') {
      return /^[\p{L}\d, ]+$/u.test(text) ? [pieceOf(`_${text.replace(/[, ]+/g, '_')}`)] : null
    }
    const isOne = /^[^{\\]/.test(this.text.slice(from, this.at).trim())
    return [isOne ? { kind: 'power', text } : { kind: 'close', text: `^(${text})` }]
  }

  private takeTranspose(): boolean {
    const exponent = /\s*(?:\{([^{}]{0,12}(?:\{T\})?[^{}]{0,4})\}|(T|⊤|\\top|\\intercal)(?![A-Za-z]{9}))/y
    exponent.lastIndex = this.at
    const [all = '', grouped, bare = ''] = exponent.exec(this.text) ?? []
    if (!transposes.has((grouped ?? bare).replace(/[\s{}]/g, ''))) return false
    this.at += all.length
    return true
  }
}

function fraction(above: Piece[], below: Piece[]): Piece[] | null {
  const [top, bottom] = [above, below].map(side => joined(side)?.replace(/^∂\s/, '∂'))
  if (!top || !bottom) return null
  const isGradient = /^[∂d][\p{L}\d_]*$/u.test(top) && /^[∂d][\p{L}\d_]+$/u.test(bottom)
  if (isGradient && top[0] === bottom[0]) return [{ kind: 'name', text: `${top}/${bottom}` }]
  return [{ kind: 'fraction', text: `${side(top)}/${side(bottom)}` }]
}

function side(text: string): string {
  return /^[\d.]+$/.test(text) ? text : `(${text})`
}

function pieceOf(text: string): Piece {
  if (/^[\d.]$/.test(text)) return { kind: 'digit', text }
  if (/^[-+*/⊙∘@=<>−]$/.test(text)) return { kind: 'sign', text }
  if (/^[(,[]$/.test(text)) return { kind: 'open', text }
  if (/^[)\]]$/.test(text)) return { kind: 'close', text }
  return { kind: isGap(text) ? 'gap' : 'name', text }
}
