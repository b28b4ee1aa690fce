import { mfrac, mi, mn, mo, mover, mrow, msub, msup } from './elements'

/** Greek letters by their names; `epsilon`, `phi` and `theta` in the shapes that textbooks on learning use. */
const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  omicron: 'ο',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Upsilon: 'Υ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
}

const accents: Readonly<Record<string, string>> = { hat: '^', bar: '¯', tilde: '~' }

/** A single letter, Greek ones by their names: only a letter can carry an accent. */
function letter(name: string): string | null {
  if (Object.hasOwn(greek, name)) return greek[name] ?? null
  return /^\p{L}$/u.test(name) ? name : null
}

function stem(name: string): string {
  const plain = letter(name)
  if (plain !== null) return mi(plain)
  const accented = /^(.+)(hat|bar|tilde)$/.exec(name)
  const base = letter(accented?.[1] ?? '')
  const accent = accents[accented?.[2] ?? '']
  return base !== null && accent !== undefined ? mover(mi(base), mo(accent)) : mi(name)
}

/**
 * A node's name, typeset: `W1` as W with index 1, `yhat` as y with a hat, `alpha2` as α with index 2, `h_prev` as h with
 * index prev, `z1hat` as z with index 1 under a hat. A name that fits nothing stands as it is.
 */
export function nameMathml(name: string): string {
  const hatted = /^(\p{L})(\d+)(hat|bar|tilde)$/u.exec(name)
  if (hatted) {
    const [, base = '', digits = '', accent = ''] = hatted
    return mover(msub(mi(base), mn(digits)), mo(accents[accent] ?? ''))
  }
  const parts = /^(\p{L}+?)(\d*)((?:_[\p{L}\d]+)*)$/u.exec(name)
  if (!parts) return mi(name)
  const [, base = '', digits = '', tail = ''] = parts
  const subs = [digits, ...tail.split('_')].filter(part => part !== '')
  return subs.length === 0 ? stem(base) : msub(stem(base), subscript(subs))
}

function subscript(parts: readonly string[]): string {
  const set = parts.map(part => (/^\d+$/.test(part) ? mn(part) : mi(part)))
  return set.length === 1 ? set.join('') : mrow(set.join(mo(',')))
}

/** The places of an entry: side by side as on a blackboard, with commas where one has two figures. */
export function indexMathml(index: readonly number[]): string {
  const places = index.map(at => mn(String(at)))
  if (places.length === 1) return places.join('')
  return mrow(places.join(index.every(at => at < 10) ? '' : mo(',')))
}

/** An entry of a node, `z[2]` or `C[1,2]`, its index counted from 1; with no index the node itself. */
export function entryMathml(name: string, index: readonly number[] = []): string {
  if (index.length === 0) return nameMathml(name)
  const sub = indexMathml(index)
  const whole = nameMathml(name)
  return whole.startsWith('<mi>') ? msub(whole, sub) : msub(mrow(mo('('), whole, mo(')')), sub)
}

/** `∂L/∂y⁽¹⁾`, or `∂L/∂w₂⁽¹⁾` of an entry: what comes back on one of several wires. */
export function wireMathml(of: string, by: string, byIndex: readonly number[], nth: number): string {
  const d = mo('∂', 'prefix')
  return mfrac(mrow(d, nameMathml(of)), mrow(d, onWire(by, byIndex, nth)))
}

/** `y⁽¹⁾` */
export function onWire(name: string, index: readonly number[], nth: number): string {
  return msup(entryMathml(name, index), mrow(mo('('), mn(String(nth)), mo(')')))
}

/** `∂L/∂W₁` as a fraction; with indices also `∂C₁₂/∂A₁₁`. */
export function partialMathml(
  of: string,
  by: string,
  ofIndex: readonly number[] = [],
  byIndex: readonly number[] = [],
): string {
  const d = mo('∂', 'prefix')
  return mfrac(mrow(d, entryMathml(of, ofIndex)), mrow(d, entryMathml(by, byIndex)))
}
