import { describe, expect, test } from 'vitest'
import { readSection } from '@/lib/prose/section'

const chalk = 'param x = 2\nparam y = -1\nloss L = x^2*y + 3*y\nask dL/dx\nnudge 0.01\n'
const opening = '# A title\n\nYou can do it.\n\n'
const html = (body: string, sourceOf: (slug: string) => string | null = () => null) =>
  readSection(`${opening}\`\`\`numbers own\n${chalk}\`\`\`\n\n${body}`, sourceOf)
    .pieces.map(piece =>
      piece.type === 'html' ? piece.html : `[${piece.type === 'figure' ? piece.name : piece.slug}]`,
    )
    .join('\n')

describe('a section is Markdown whose numbers the engine fills in', () => {
  test('the title and what it teaches come first', () => {
    const { title, able } = readSection(opening, () => null)
    expect([title, able]).toEqual(['A title', 'You can do it.'])
    expect(() => readSection('No title.', () => null)).toThrow('begins with its title')
  })
  test('values, gradients and the answers of steps are filled in, in formulas and in prose', () => {
    expect(html('It is {{own.dL/dx}}.')).toContain('It is −4.')
    expect(html('It is $x = {{own.x}}$.')).toMatch(/<mn>2<\/mn>/)
    expect(html('Changed by {{own.nudge.actual as decimal}}.')).toMatch(/Changed by −?0\.\d+\./)
  })
  test('numbers come from exercises too', () => {
    expect(html('{{other.a[2]}} of $ {{other.a as row}}', () => 'param a = [3, 4]\nask a')).toContain('4 of')
  })
  test.each([
    ['{{own.dL/dw}}', 'there is no dL/dw'],
    ['{{own.x[2]}}', 'there is no x[2]'],
    ['{{nobody.x}}', 'no numbers of the name nobody'],
    ['{{wide.a}}', 'a matrix outside of a formula'],
    ['{{wide.a as row}}', 'several rows'],
    ['{{long.a}}', 'cannot be written exactly'],
    ['```film\nx\n```', 'unknown kind'],
    ['```figure slider name=a\nx\n```', 'names its exercise'],
    ['```figure slider exercise=own\nx\n```', 'has a name of its own'],
    ['```figure slider name=A exercise=own\nx\n```', 'A is no name'],
    ['```figure slider name=a exercise=own\n$x$\n```', 'begins with its title'],
    ['```figure dance name=a exercise=own\nx\n```', 'no figure of the kind dance'],
    ['```figure slider name=a exercise=own\nx\n```', 'needs knob='],
    ['```figure slider name=a exercise=own knob=L from=0 to=1 by=1\nx\n```', 'L is no given'],
    ['```figure slider name=a exercise=own knob=x from=0 to=1 by=1\nx\n```', 'none of the positions'],
    ['```figure slider name=a exercise=own knob=x from=0 to=99 by=1\nx\n```', 'at most 61'],
    ['```figure slider name=a exercise=own knob=x from=0 to=2 by=1 colour=red\nx\n```', 'has no colour'],
  ])('%s is told to the author', (body, error) => {
    const sources: Record<string, string> = {
      wide: 'param a = [[1, 2], [3, 4]]\nask a',
      long: 'given x = 0.123456789\na = x^4\nask a',
    }
    expect(() => html(body, slug => sources[slug] ?? null)).toThrow(error)
  })
  test('exercises stand where they are named, numbers are not shown', () => {
    expect(html('One.\n\n```exercise\nsome-rung\n```\n\nTwo.')).toBe('<p>One.</p>\n[some-rung]\n<p>Two.</p>')
  })
  test('headings have addresses, each its own', () => {
    const { headings } = readSection(`${opening}## Why $2x$?\n\n## Why\n\n## Why`, () => null)
    expect(headings.map(({ id }) => id)).toEqual(['why-2x', 'why', 'why-2'])
  })
  test('slips, checks and remarks are set apart', () => {
    const made = html('> **A common slip.** A\n\n> **Check.** B\n\n> C')
    expect([...made.matchAll(/<div class="(\w+)" role="note">/g)].map(([, kind]) => kind)).toEqual([
      'slip',
      'check',
      'remark',
    ])
    expect(made).not.toContain('blockquote')
  })
  test('no raw HTML, no scripts in links', () => {
    expect(html('<b>x</b> [a](javascript:alert(1)) [b](/learn)')).not.toMatch(/<b>|href="javascript/)
  })
})
