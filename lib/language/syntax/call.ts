import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import type { CallForm } from '../calls'
import { readNumber, type Token } from '../lex'
import { usagesOfOne } from './habits'
import { ItemReader } from './items'
import type { Phrase } from './phrase'
import { readShape } from './shape'

/** What stands at one place between the brackets behind a tensor. */
interface Part {
  /** Null where a range begins at the first one. */
  readonly from: Phrase | null
  /** Null where a range ends at the last one. */
  readonly to: Phrase | null
  readonly range: boolean
}

function boundsOf({ settings }: CallForm): { readonly least: number; readonly most: number } {
  if (settings === 'windows') return { least: 1, most: 2 }
  return settings === 'shape' ? { least: 1, most: 1 } : settings
}

/** What stands in brackets behind a function's word or behind a tensor. */
export abstract class CallReader extends ItemReader {
  protected abstract expression(): number | null
  protected abstract sum(): number | null

  protected call(op: string, form: CallForm, token: Token): number | null {
    const inputs: number[] = []
    const settings: Phrase[] = []
    const mostInputs = form.mostInputs ?? form.inputs
    this.cursor.advance()
    if (this.cursor.is(')')) return this.refuse(message('expected.argument', { usages: form.usages }))
    const listed = this.deeper(token, () =>
      this.listed(')', () => {
        if (this.cursor.token.kind === 'name' && this.cursor.is('=', 1)) {
          return this.refuse(message('expected.no-keyword', { usages: form.usages }))
        }
        if (inputs.length === mostInputs) {
          const read = this.settingOf(form)
          if (read !== null) settings.push(...read)
          return read
        }
        const argument = this.expression()
        if (argument !== null) inputs.push(argument)
        return argument
      }),
    )
    if (listed === null) return null
    const { least, most } = boundsOf(form)
    const count = listed.length
    if (count < form.inputs + least || count > mostInputs + most) {
      const others = count === 1 ? usagesOfOne(op) : []
      const said = { word: token.text, count, usages: [...form.usages, ...others] }
      this.cursor.fail(message('syntax.arguments', said), token)
      return null
    }
    for (const text of form.defaults?.slice(inputs.length - form.inputs) ?? []) {
      const read = readNumber(text)
      if (read.ok)
        inputs.push(this.push({ kind: 'number', value: read.value, text, ...this.span(token, token.at) }))
    }
    return this.apply(op, token, inputs, settings, token.at)
  }

  private settingOf({ settings }: CallForm): Phrase[] | null {
    if (settings === 'shape') return this.lengths()
    if (settings !== 'windows') return this.setting()
    // The lexer sees 1x2 as the number 1 and the name x2.
    if (/^x\d/.test(this.cursor.peek(1).text)) {
      const lengths = this.lengths()
      return lengths === null || lengths.length === 2 ? lengths : this.refuse(message('expected.window'))
    }
    const size = this.setting()
    return size === null ? null : [...size, ...size]
  }

  private setting(): Phrase[] | null {
    const setting = this.aside(() => this.sum())
    return setting === null ? null : [setting]
  }

  /** A shape such as `2x3`: each length a phrase. */
  private lengths(): Phrase[] | null {
    const { token } = this.cursor
    const shape = readShape(this.cursor)
    if (shape === null) return null
    const span = this.span(token, token.at)
    return shape.map(length => [{ kind: 'number', value: rational(length), text: `${length}`, ...span }])
  }

  /** One place in brackets behind a tensor: an index, or a range `from:to` whose ends may be left out. */
  protected index(): Part | null {
    const from = this.cursor.is(':') ? null : this.aside(() => this.sum())
    if (this.cursor.error !== null) return null
    if (!this.cursor.take(':')) return { from, to: from, range: false }
    const open = this.cursor.is(',') || this.cursor.is(']')
    const to = open ? null : this.aside(() => this.sum())
    return this.cursor.error === null ? { from, to, range: true } : null
  }

  protected indexed(item: number, token: Token, places: readonly Part[]): number {
    if (places.every(({ range }) => !range)) {
      return this.apply(
        'entry',
        token,
        [item],
        places.flatMap(({ from }) => (from === null ? [] : [from])),
      )
    }
    const span = this.span(token, token.at)
    const number = (value: number): Phrase => [
      { kind: 'number', value: rational(value), text: `${value}`, ...span },
    ]
    const settings = places.flatMap(({ from, to, range }) => {
      const kind = (range ? 1 : 0) + (from === null ? 2 : 0) + (to === null ? 4 : 0)
      return [number(kind), from ?? number(1), to ?? number(1)]
    })
    return this.apply('block', token, [item], settings)
  }
}
