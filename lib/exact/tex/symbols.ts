/** TeX of the characters that our MathML holds; a space after a word keeps it from what follows. */
export const symbols: Readonly<Record<string, string>> = {
  α: '\\alpha ',
  β: '\\beta ',
  γ: '\\gamma ',
  δ: '\\delta ',
  ε: '\\varepsilon ',
  ζ: '\\zeta ',
  η: '\\eta ',
  θ: '\\theta ',
  ι: '\\iota ',
  κ: '\\kappa ',
  λ: '\\lambda ',
  μ: '\\mu ',
  ν: '\\nu ',
  ξ: '\\xi ',
  ο: 'o',
  π: '\\pi ',
  ρ: '\\rho ',
  σ: '\\sigma ',
  τ: '\\tau ',
  υ: '\\upsilon ',
  φ: '\\varphi ',
  χ: '\\chi ',
  ψ: '\\psi ',
  ω: '\\omega ',
  Γ: '\\Gamma ',
  Δ: '\\Delta ',
  Θ: '\\Theta ',
  Λ: '\\Lambda ',
  Ξ: '\\Xi ',
  Π: '\\Pi ',
  Σ: '\\Sigma ',
  Υ: '\\Upsilon ',
  Φ: '\\Phi ',
  Ψ: '\\Psi ',
  Ω: '\\Omega ',
  '∂': '\\partial ',
  '∑': '\\sum ',
  '·': '\\cdot ',
  '×': '\\times ',
  '⊙': '\\odot ',
  '⊤': '\\top ',
  '−': '-',
  '⋯': '\\cdots ',
  '…': '\\dots ',
  '√': '\\surd ',
  '≈': '\\approx ',
  '←': '\\leftarrow ',
  '→': '\\to ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '\u2061': '',
  '\u2062': '\\,',
  '\u00a0': '~',
  '\\': '\\backslash ',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '\\sim ',
  '|': '|',
}

/** Characters of running text that TeX would take for something else. */
const inText: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash ',
  '~': '\\textasciitilde ',
  '^': '\\textasciicircum ',
  '\u00a0': '~',
}

export function mathTex(text: string): string {
  return [...text].map(mark => symbols[mark] ?? (mark === '^' ? '\\hat{}' : mark)).join('')
}

export function textTex(text: string): string {
  const escaped = [...text].map(mark => inText[mark] ?? (/[{}#$%&_]/.test(mark) ? `\\${mark}` : mark))
  return `\\text{${escaped.join('')}}`
}
