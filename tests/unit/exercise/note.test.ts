import { describe, expect, test } from 'vitest'
import { noteHtml } from '@/lib/exercise/note'

describe('Markdown of notes', () => {
  test('paragraphs, emphasis, lists, tables', () => {
    expect(noteHtml('**bold** and `code`')).toBe('<p><strong>bold</strong> and <code>code</code></p>\n')
    expect(noteHtml('- one\n- two')).toContain('<li>one</li>')
    expect(noteHtml('|a|b|\n|-|-|\n|1|2|')).toContain('<table>')
  })

  test('headings begin below those of the page', () => {
    expect(noteHtml('# A\n\n###### B')).toBe('<h3>A</h3>\n<h6>B</h6>\n')
  })

  test('links lead to pages and letters only, and take nothing along', () => {
    expect(noteHtml('[a](https://example.org/x?y=1&z=2)')).toBe(
      '<p><a href="https://example.org/x?y=1&amp;z=2" rel="noopener noreferrer" target="_blank">a</a></p>\n',
    )
    expect(noteHtml('[a](mailto:a@example.org)')).toContain('<a href="mailto:')
    for (const url of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '/teach',
      '//evil',
      'file:///x',
    ]) {
      expect(noteHtml(`[a](${url}) <${url}>`)).not.toContain('<a')
    }
  })

  test('neither raw HTML nor images', () => {
    const html = noteHtml(
      '<script>alert(1)</script> <img src=x onerror=alert(1)> ![a](https://example.org/a.png)\n\n<b>x</b>',
    )
    expect(html).not.toMatch(/<(script|img|b)\b/)
    expect(html).toContain('&lt;script&gt;')
    expect(noteHtml('[x]: javascript:alert(1)\n\n[x]')).not.toContain('<a')
    expect(noteHtml('a"b\'<&>')).not.toMatch(/<&|"b'</)
  })
})

describe('TeX of notes', () => {
  test('in the line and on a line of its own', () => {
    expect(noteHtml('so $x^2$.')).toContain('<msup>')
    expect(noteHtml('$$\n\\frac{1}{2}\n$$')).toMatch(/<math[^>]*display="block"[^>]*>.*<mfrac>/s)
    expect(noteHtml('$a$ and $b$').match(/<math/g)).toHaveLength(2)
  })

  test('Markdown inside TeX is left alone', () => {
    const html = noteHtml('$a_1 * b_1 * c_1 < d$')
    expect(html).not.toContain('<em>')
    expect(html).toContain('&lt;')
  })

  test('dollars that are no TeX', () => {
    expect(noteHtml('It costs $5 or $6.')).toBe('<p>It costs $5 or $6.</p>\n')
    expect(noteHtml('\\$x$ and $ x $')).not.toContain('<math')
    expect(noteHtml('a lone $ here, $$ there')).toBe('<p>a lone $ here, $$ there</p>\n')
    expect(noteHtml('`$x$`')).toBe('<p><code>$x$</code></p>\n')
  })

  test('TeX with a mistake is shown as it was written', () => {
    expect(noteHtml('$\\frac{1}$')).toBe('<p><code>\\frac{1}</code></p>\n')
    expect(noteHtml('$\\nosuchmacro <b>$')).toContain('<code>\\nosuchmacro &lt;b&gt;</code>')
    expect(noteHtml(`$${'{'.repeat(1900)}$`)).toContain('<code>')
    expect(noteHtml(`$${'x'.repeat(3000)}$`)).toContain('<code>')
  })

  test.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://example.org/a.png}',
    '\\class{a}{x}',
    '\\id{a}{x}',
    '\\style{background:url(x)}{x}',
    '\\data{a=b}{x}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\color{red;background:url(javascript:alert(1))}{x}',
    '\\textcolor{"onmouseover=alert(1)}{x}',
  ])('nothing gets out of %s', tex => {
    const html = noteHtml(`$${tex}$`)
    expect(html).not.toMatch(/<(a|img|script|iframe|style|mglyph|annotation-xml)\b/)
    const tags = (html.match(/<[^>]*>/g) ?? []).join('')
    expect(tags).not.toMatch(/\s(on\w+|href|src|id|class="a"|data-a|xlink:href)=/)
    expect(tags).not.toMatch(/style="[^"]*url\(/)
  })

  test('macros that multiply end, and none outlives its note', () => {
    const html = noteHtml('$\\def\\a{\\a\\a}\\a$')
    expect(html).toContain('<code>')
    noteHtml('$\\gdef\\x{y}$')
    expect(noteHtml('$\\x$')).toContain('<code>')
  })

  test('sizes are bounded', () => {
    expect(noteHtml('$\\rule{99999em}{99999em}$')).not.toContain('99999')
    expect(noteHtml('$\\kern99999em x$')).not.toContain('99999')
  })
})
