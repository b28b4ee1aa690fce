/** What is wrong in the Markdown of a section; each rule gives one line for each place. */
export type TextRule = (source: string) => string[]

const withoutBlocks = (source: string): string => source.replace(/^```[\s\S]*?^```$/gm, '')

const placeholders = /\{\{.+?\}\}/g
/** An index or an exponent: one sign, or a group in braces. */
const raised = /[_^](?:\{(?:[^{}]|\{[^{}]*\})*\}|\S)/g

/** What stands in a formula or in a row of a table. */
function computed(source: string): string[] {
  const text = withoutBlocks(source)
  const rows = text.split('\n').filter(line => line.startsWith('|'))
  const formulas = [...text.matchAll(/\$\$?([^$]+)\$\$?/g)].map(([whole]) => whole)
  return [...formulas, ...rows]
}

/** Numbers come from the engine: whoever changes an exercise changes the text with it. */
export const numbersComeFromTheEngine: TextRule = source =>
  computed(source).filter(piece => /\d/.test(piece.replace(placeholders, '').replace(raised, '')))

/** The 2 of a doubled residual may stand as it is. Anything larger was computed from something. */
export const constantsAreSmall: TextRule = source =>
  [...withoutBlocks(source).matchAll(/\{\{(\d+)\}\}/g)]
    .map(([, digits]) => digits ?? '')
    .filter(digits => Number(digits) > 10)

export const headingsAreInOrder: TextRule = source => {
  const levels = [...withoutBlocks(source).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', says = '']) => ({
    level: marks.length,
    says,
  }))
  return levels
    .filter(({ level }, at) =>
      at === 0 ? level !== 1 : level < 2 || level > (levels[at - 1]?.level ?? 0) + 1,
    )
    .map(({ says }) => says)
}

/** Links of the text: pages of the lesson, anchors of the page, the web. */
export function linksLeadSomewhere(pages: ReadonlySet<string>, anchors: ReadonlySet<string>): TextRule {
  return source =>
    [...withoutBlocks(source).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, address]) => address ?? '')
      .filter(address => {
        if (address.startsWith('#')) return !anchors.has(address.slice(1))
        return address.startsWith('/') ? !pages.has(address) : !address.startsWith('https://')
      })
}
