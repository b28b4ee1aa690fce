import type { MarkdownIt } from 'markdown-it'
import temml from 'temml'
import { escapeXml } from '@/lib/exact/mathml'

/** Characters of one formula. */
const longestTex = 2000

/**
 * TeX between `$` (in the line) or `$$` (on a line of its own). As in Pandoc, a `$` opens only before something that is
 * no space and closes only after such, so that prices stay prices. `\$` is a dollar.
 */
export function addTex(markdown: MarkdownIt): void {
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

  markdown.renderer.rules.tex = (tokens, place) => {
    const token = tokens[place]
    return token === undefined ? '' : texMathml(token.content, token.block)
  }
}

function closing(source: string, start: number, most: number, fence: string): number {
  for (let at = start; at < most; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source.startsWith(fence, at)) return at
  }
  return -1
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
