/** Builders of MathML as text. They escape what is given as *text*; what is given as *inner* is MathML already. */

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, mark => escapes[mark] ?? mark)
}

/**
 * The outermost element; `block` sets it on a line of its own, with full-size fractions. `name`: its accessible name, as plain
 * text, where the MathML by itself would not be read out well.
 */
export function math(inner: string, display: 'inline' | 'block' = 'inline', name?: string): string {
  const label = name === undefined ? '' : ` aria-label="${escapeXml(name)}"`
  return display === 'block'
    ? `<math display="block"${label}>${inner}</math>`
    : `<math${label}>${inner}</math>`
}

export const mi = (text: string): string => `<mi>${escapeXml(text)}</mi>`
export const mn = (text: string): string => `<mn>${escapeXml(text)}</mn>`
export const mtext = (text: string): string => `<mtext>${escapeXml(text)}</mtext>`
export const mrow = (...inner: string[]): string => `<mrow>${inner.join('')}</mrow>`
export const mfrac = (top: string, bottom: string): string => `<mfrac>${top}${bottom}</mfrac>`
export const msqrt = (inner: string): string => `<msqrt>${inner}</msqrt>`
export const msub = (base: string, sub: string): string => `<msub>${base}${sub}</msub>`
export const msup = (base: string, sup: string): string => `<msup>${base}${sup}</msup>`
export const mover = (base: string, accent: string): string => `<mover accent="true">${base}${accent}</mover>`

/** An operator; `prefix` closes the gap that an operator between two operands has (a sign, a ∂). */
export function mo(text: string, form?: 'prefix' | 'infix' | 'postfix'): string {
  return form === undefined ? `<mo>${escapeXml(text)}</mo>` : `<mo form="${form}">${escapeXml(text)}</mo>`
}

/** A sign that stands close to what is beside it, on one line: the ∂ and the slash of ∂L/∂z. */
export const tight = (text: string): string => `<mo lspace="0" rspace="0">${escapeXml(text)}</mo>`

export const brackets = (inner: string): string => mrow(mo('('), inner, mo(')'))

/** Takes the room of what it holds, and shows nothing. */
export const mphantom = (inner: string): string => `<mphantom>${inner}</mphantom>`

/** A decimal as its digits are written, `-1.25e-9` as −1.25 · 10^−9. */
export function decimalMathml(text: string): string {
  const [digits = '', exponent] = text.replace(/^-/, '').split('e')
  const tens = exponent === undefined ? '' : mo('·') + msup(mn('10'), mn(exponent.replace('-', '−')))
  return mrow(text.startsWith('-') ? mo('−', 'prefix') : '', mn(digits), tens)
}
