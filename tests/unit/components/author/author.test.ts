import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChalkFile, tooLong } from '@/components/author/chalk-file'
import { newlineEdit, offsetOf, replaceEdit, tabEdit } from '@/components/author/editing'
import { highlight } from '@/components/author/highlight'
import { lex } from '@/lib/language/lex'
import { takesLong } from '../../../takes-long'

takesLong()

const join = (source: string) =>
  highlight(source)
    .map(pieces => pieces.map(({ text }) => text).join(''))
    .join('\n')

const chalkish = fc
  .array(
    fc.constantFrom(
      'given',
      'x',
      '=',
      '[',
      ']',
      '(',
      ')',
      '1/2',
      '-',
      '.5',
      '"a"',
      '"""',
      '#',
      '\n',
      ' ',
      'relu',
      '∂',
      '🎓',
      '\\',
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''))

describe('highlight', () => {
  it('gives back the text, whatever it is', () => {
    fc.assert(fc.property(fc.oneof(chalkish, fc.string({ unit: 'binary' })), text => join(text) === text))
  })

  it('tints statements, functions, numbers, strings and comments', () => {
    const [first = [], second = []] = highlight('title "T" # why\nh = relu(z) + 0.5')
    const tinted = [...first, ...second].filter(({ tint }) => tint !== 'plain')
    expect(tinted.map(({ text, tint }) => [text, tint])).toEqual([
      ['title', 'word'],
      ['"T"', 'string'],
      ['# why', 'comment'],
      ['relu', 'function'],
      ['0.5', 'number'],
    ])
  })

  it('tints a string over several lines, and no comment inside it', () => {
    const lines = highlight('note """one\n# two"""\nask z')
    expect(lines[1]).toEqual([{ text: '# two"""', tint: 'string' }])
  })

  it('keeps its colours on the other lines while a bracket is open', () => {
    const lines = highlight('given x = [1,\nask z\nnote "n"')
    expect(lines[1]?.[0]).toEqual({ text: 'ask', tint: 'word' })
    expect(lines[2]?.at(-1)).toEqual({ text: '"n"', tint: 'string' })
  })
})

describe('offsetOf', () => {
  it('finds the place that the lexer means by a line and a column', () => {
    fc.assert(
      fc.property(chalkish, text => {
        const read = lex(text, 'chalk')
        const places = read.ok ? read.tokens : [read.error]
        for (const { at, line, column } of places) expect(offsetOf(text, line, column)).toBe(at)
      }),
    )
  })

  it('counts characters, not UTF-16 units, and stays inside the text', () => {
    expect(offsetOf('🎓🎓x\ny', 1, 3)).toBe(4)
    expect(offsetOf('a\nb', 9, 1)).toBe(3)
    expect(offsetOf('ab\ncd', 1, 99)).toBe(2)
  })
})

describe('the keys of the editor', () => {
  const done = (text: string, edit: ReturnType<typeof tabEdit>) =>
    edit ? text.slice(0, edit.from) + edit.insert + text.slice(edit.to) : text

  it('indent and take back what they indented, lines and selection', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n') }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        if (!text.slice(start, end).includes('\n')) return
        const into = tabEdit(text, start, end, false)
        const indented = done(text, into)
        const back = tabEdit(indented, into?.select[0] ?? 0, into?.select[1] ?? 0, true)
        expect(done(indented, back)).toBe(text)
        expect(back?.select).toEqual([start, end])
      }),
    )
  })

  it('put two spaces at the caret', () => {
    expect(tabEdit('ab', 1, 1, false)).toEqual({ from: 1, to: 1, insert: '  ', select: [3, 3] })
  })

  it('change nothing where there is no indent to take', () => {
    expect(tabEdit('ab', 1, 1, true)).toBeNull()
  })

  it('begin a new line below the first character of the last', () => {
    expect(newlineEdit('  ab', 4, 4)).toEqual({ from: 4, to: 4, insert: '\n  ', select: [7, 7] })
    expect(newlineEdit('  ab', 1, 1)).toEqual({ from: 1, to: 1, insert: '\n ', select: [3, 3] })
  })
})

describe('readChalkFile', () => {
  const file = (content: BlobPart, name = 'x.chalk') => new File([content], name)

  it('reads UTF-8 with any line ends and without its byte order mark', async () => {
    expect(await readChalkFile(file('\uFEFFa\r\nb\rc'))).toEqual({ ok: true, text: 'a\nb\nc' })
  })

  it('tells the size of what is too long, and of nothing else', async () => {
    expect(await readChalkFile(file('x'.repeat(65_536)))).toMatchObject({ ok: true })
    const long = await readChalkFile(file('x'.repeat(65_537), 'big.chalk'))
    expect(long).toEqual({
      ok: false,
      message: 'big.chalk has 65 KiB; an exercise has at most 64 KiB.',
    })
  })

  it('refuses what is no text', async () => {
    expect(await readChalkFile(file(new Uint8Array([0xff, 0xfe, 0x41])))).toMatchObject({ ok: false })
    expect(await readChalkFile(file('a\0b'))).toMatchObject({ ok: false })
  })
})

describe('tooLong', () => {
  it('counts bytes, as the limit does', () => {
    expect(tooLong('∂'.repeat(21_845))).toBeNull()
    expect(tooLong('∂'.repeat(21_846))).toContain('65 KiB')
    expect(tooLong('x'.repeat(65_536))).toBeNull()
    expect(tooLong('x'.repeat(65_537))).toContain('65 KiB')
  })
})

describe('replacements', () => {
  const text = 'a = [1, 2]\n\u{1f393} b = 3'

  it('are one edit of all that lies between them', () => {
    const edit = replaceEdit(text, [
      { line: 1, column: 6, from: '1', to: '-1/2' },
      { line: 2, column: 7, from: '3', to: '4' },
    ])
    expect(edit).not.toBeNull()
    const { from = 0, to = 0, insert = '', select = [] } = edit ?? {}
    expect(text.slice(0, from) + insert + text.slice(to)).toBe('a = [-1/2, 2]\n\u{1f393} b = 4')
    expect(select).toEqual([from + insert.length, from + insert.length])
  })

  it('are none of a text that they were not made for', () => {
    expect(replaceEdit(text, [{ line: 1, column: 6, from: '7', to: '8' }])).toBeNull()
    expect(replaceEdit(text, [])).toBeNull()
  })
})
