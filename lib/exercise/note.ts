import MarkdownIt from 'markdown-it'
import { addTex } from './tex-in-markdown'

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

addTex(markdown)

/** A note as safe HTML: no raw HTML, no images, only links to the web and to mail addresses. */
export function noteHtml(source: string): string {
  return markdown.render(source)
}
