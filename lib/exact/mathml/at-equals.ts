const tags = /<(\/?)([a-z]+)[^>]*?(\/?)>|([^<]+)/g
const sign = '<mo>=</mo>'

/**
 * A formula in parts that may stand on lines of their own: each but the first begins with an equals sign. Signs within a
 * fraction or a table do not part it. Every part is a whole `<math>` element.
 */
export function partsAtEquals(mathml: string): string[] {
  const [, open = '<math>', inner = mathml] = /^(<math[^>]*>)(.*)<\/math>$/s.exec(mathml) ?? []
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: text, 1: closes, 3: empty, 4: words, index } of inner.matchAll(tags)) {
    if (words !== undefined) continue
    if (depth === 0 && index > from && inner.startsWith(sign, index)) {
      parts.push(inner.slice(from, index))
      from = index
    }
    if (empty === '/' || text.endsWith('/>')) continue
    depth += closes === '/' ? -1 : 1
  }
  parts.push(inner.slice(from))
  return parts.map(part => `${open}${part}</math>`)
}
