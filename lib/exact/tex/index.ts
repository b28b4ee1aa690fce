import { type Element, parseMathml } from './parse'
import { mathTex, textTex } from './symbols'

/**
 * MathML of our own builders (lib/exact/mathml) as TeX, for slides and sheets. MathML is the tree that everything is
 * typeset in; TeX is read off it, so that no op and no name has to be written twice. An unknown element is the builder's
 * bug.
 */
export function texOf(mathml: string): string {
  return inside(parseMathml(mathml)).trim()
}

const accents: Readonly<Record<string, string>> = { '^': '\\hat', '¯': '\\bar', '~': '\\tilde' }

function inside(children: readonly Element[]): string {
  return children.map(tex).join('')
}

function at(children: readonly Element[], nth: number): string {
  const child = children[nth]
  return child === undefined ? '' : tex(child)
}

function tex({ tag, text, children }: Element): string {
  const write = written[tag]
  if (write === undefined) throw new RangeError(`no TeX for <${tag}>`)
  return write(children, text)
}

const written: Readonly<Record<string, (children: readonly Element[], text: string) => string>> = {
  math: inside,
  mrow,
  mi: (_, text) => ([...text].length === 1 ? mathTex(text) : `\\mathrm{${mathTex(text)}}`),
  mn: (_, text) => mathTex(text),
  mo: (_, text) => (/^\p{L}{2,}$/u.test(text) ? `\\mathrm{${text}}` : spaced(mathTex(text))),
  mtext: (_, text) => textTex(text),
  mfrac: children => `\\frac{${at(children, 0)}}{${at(children, 1)}}`,
  msqrt: children => `\\sqrt{${inside(children)}}`,
  msub: children => `{${at(children, 0)}}_{${at(children, 1)}}`,
  msup: children => `{${at(children, 0)}}^{${at(children, 1)}}`,
  mover: ([base, accent]) => {
    const sign = accents[accent?.text ?? ''] ?? '\\bar'
    return `${sign}{${base === undefined ? '' : tex(base)}}`
  },
  mtable: children => `\\begin{matrix}${children.map(tex).join(' \\\\ ')}\\end{matrix}`,
  mtr: children => children.map(tex).join(' & '),
  mtd: inside,
  // It lines numbers up; TeX centres what stands in a column.
  mphantom: () => '',
}

/** Brackets around all of a row grow with it. */
function mrow(children: readonly Element[]): string {
  const [first, last] = [children[0], children.at(-1)]
  const pair = `${first?.tag === 'mo' ? first.text : ''}${last?.tag === 'mo' ? last.text : ''}`
  if (children.length < 2 || !['()', '[]', '||'].includes(pair)) return inside(children)
  return `\\left${first?.text}${inside(children.slice(1, -1))}\\right${last?.text}`
}

function spaced(sign: string): string {
  return /^[=+-]$/.test(sign) ? ` ${sign} ` : sign
}
