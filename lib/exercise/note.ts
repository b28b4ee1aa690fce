import MarkdownIt from 'markdown-it'
import temml from 'temml'
import { escapeXml } from '@/lib/exact/mathml'

/** Characters of one formula in a note. */
const longestTex = 2000

const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false }).disable([
  'image',
])

// Only what leads to a page or a letter: no javascript:, no data:, no relative paths into the application.
markdown.validateLink = url => /^(?:https?:|mailto:)/i.test(url.trim())

markdown.renderer.rules.link_open = (tokens, place, options, _env, renderer) => {
  const token = tokens[place]
  token?.attrSet('rel', 'noopener noreferrer')
  token?.attrSet('target', '_blank')
  return renderer.renderToken(tokens, place, options)
}

// The page has its own headings of the first two levels.
for (const rule of ['heading_open', 'heading_close'] as const) {
  markdown.renderer.rules[rule] = (tokens, place, options, _env, renderer) => {
    const token = tokens[place]
    if (token) token.tag = `h${Math.min(Number(token.tag.slice(1)) + 2, 6)}`
    return renderer.renderToken(tokens, place, options)
  }
}

/**
 * TeX between `$` (in the line) or `$$` (on a line of its own). As in Pandoc, a `$` opens only before something that is
 * no space and closes only after such, so that prices stay prices. `\$` is a dollar.
 */
markdown.inline.ruler.before('escape', 'tex', (state, silent) => {
  const { src, pos, posMax } = state
  if (src[pos] !== '$') return false
  const fence = src.startsWith('$$', pos) ? '$$' : '$'
  const start = pos + fence.length
  const end = closing(src, start, posMax, fence)
  const tex = end === -1 ? '' : src.slice(start, end)
  const prose = fence === '$' && (/^\s|\s$/.test(tex) || /\d/.test(src[end + 1] ?? ''))
  if (tex.trim() === '' || prose) {
    // A `$$` without a partner is text as a whole, or its second half would be tried as a `$`.
    if (!silent) state.pending += fence
    state.pos += fence.length
    return true
  }
  if (!silent) {
    const token = state.push('tex', 'math', 0)
    token.content = tex
    token.block = fence === '$$'
  }
  state.pos = end + fence.length
  return true
})

function closing(source: string, start: number, most: number, fence: string): number {
  for (let at = start; at < most; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source.startsWith(fence, at)) return at
  }
  return -1
}

markdown.renderer.rules.tex = (tokens, place) => {
  const token = tokens[place]
  return token === undefined ? '' : texMathml(token.content, token.block)
}

/** MathML of a TeX formula; what cannot be typeset is shown as it was written. */
function texMathml(tex: string, displayMode: boolean): string {
  if (tex.length <= longestTex) {
    try {
      return temml.renderToString(tex, {
        displayMode,
        throwOnError: true,
        trust: false,
        strict: false,
        annotate: false,
        maxExpand: 100,
        maxSize: [20, 400],
        macros: {},
      })
    } catch {
      // A mistake in the TeX is the teacher's to see; the library tells it by throwing.
    }
  }
  return `<code>${escapeXml(tex)}</code>`
}

/** A note as safe HTML: no raw HTML, no images, only links to the web and to mail addresses. */
export function noteHtml(source: string): string {
  return markdown.render(source)
}
