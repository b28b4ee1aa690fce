/** An element of the MathML that lib/exact/mathml builds. */
export interface Element {
  readonly tag: string
  /** The text of `mi`, `mn`, `mo` and `mtext`; empty for other elements. */
  readonly text: string
  readonly children: readonly Element[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

interface Open {
  readonly tag: string
  text: string
  readonly children: Element[]
}

/** The elements of well-formed MathML, as our own builders make it: no comments, no elements that close themselves. */
export function parseMathml(mathml: string): readonly Element[] {
  const root: Open = { tag: 'mrow', text: '', children: [] }
  const open: Open[] = [root]
  for (const [, closing, tag = '', text = ''] of mathml.matchAll(/<(\/?)(\w+)[^>]*>([^<]*)/g)) {
    if (closing === '') open.push({ tag, text: unescaped(text), children: [] })
    else {
      const done = open.pop()
      const around = open.at(-1)
      if (done === undefined || around === undefined || done.tag !== tag) {
        throw new RangeError(`</${tag}> closes nothing`)
      }
      around.children.push(done)
    }
  }
  return root.children
}

function unescaped(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
}
