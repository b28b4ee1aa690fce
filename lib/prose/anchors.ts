import type { MarkdownIt } from 'markdown-it'
export interface Heading {
  /** Where a link finds it: `#through-the-relu`. */
  readonly id: string
  /** 2 or 3: the title of the page is the first. */
  readonly level: number
  readonly html: string
}

/** Gives headings their addresses, and asides the look that their first words ask for. */
export function anchors(markdown: MarkdownIt): void {
  markdown.core.ruler.push('anchors', ({ tokens }) => {
    const taken = new Set<string>()
    tokens.forEach((token, at) => {
      const inner = tokens[at + 1]
      if (token.type === 'heading_open') token.attrSet('id', free(idOf(inner?.content ?? ''), taken))
      if (token.type === 'blockquote_open') {
        token.attrSet('class', kindOf(tokens[at + 2]?.content ?? ''))
        token.attrSet('role', 'note')
      }
      // Nothing is quoted in them: to a screen reader they are remarks.
      if (/^blockquote_/.test(token.type)) token.tag = 'div'
    })
  })
}

/** `> **A common slip.** …`, `> **Check.** …`, or a remark for the margin. */
function kindOf(content: string): string {
  if (content.startsWith('**A common slip')) return 'slip'
  return content.startsWith('**Check') ? 'check' : 'remark'
}

/** Letters and digits of the heading, in lower case, with hyphens between its words. */
function idOf(heading: string): string {
  const words = heading
    .replace(/\\[a-z]+/gi, ' ')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu)
  return words?.join('-') ?? 'part'
}

function free(id: string, taken: Set<string>): string {
  let name = id
  for (let nth = 2; taken.has(name); nth += 1) name = `${id}-${nth}`
  taken.add(name)
  return name
}
