import { linesOf } from './nest'

/** What was pasted, without what a program or a page says around it. */
export interface Bare {
  readonly text: string
  /** A name and an equals sign, or a prompt, stood before it: it is a value that was given out. */
  readonly isLabelled: boolean
  /** A sign of transposition stood after it. */
  readonly isTurned: boolean
}

/** `>>> dW`, `In [3]: dW`, `julia> dW`: what was typed at a prompt. */
const prompt = /^(?:>>>|\.\.\.|>>|>|In ?\[\d{1,6}\]:?=?|julia>|octave:\d{1,6}>|\(%i\d{1,6}\)) ?/
/** `Out[3]: `, `Out[3]//MatrixForm=`, `(%o3)`. */
const output = /^(?:Out\[\d{1,6}\](?:\/\/\w{1,20})?[:=]|\(%o\d{1,6}\)|Parameter containing:)\s*/
/** `dW =`, `A :=`, `ans =`, `A <-`, `W^{(1)} =`, `dL/dW =`. */
const assignment = /^[\p{L}_∂][\p{L}\p{M}\d_.∂/^{}()'ᵀ]*\s*(?::=|<-|=)(?!=)\s*/u
const transposed = /(?:\.T|\.t\(\)|'|\^T|\^⊤|ᵀ)$/

export function bareOf(text: string): Bare {
  const lines = linesOf(text).filter(line => !line.startsWith('```'))
  const isSession = prompt.test(lines[0] ?? '') && lines.length > 1
  const said = lines.filter(line => !prompt.test(line))
  // What was answered at the prompt, or what was typed there where nothing was answered.
  const shown =
    isSession && said.some(line => line.trim() !== '') ? said : isSession ? lines.map(typed) : lines
  let bare = edged(shown.join('\n'))
  if (bare.startsWith('$') && bare.endsWith('$') && bare.length > 1) bare = dollarless(bare)
  const labelled = bare.trim().replace(output, '')
  const named = labelled.replace(assignment, '')
  const isLabelled = named !== bare.trim()
  const whole = isLabelled || isSession ? ended(edged(named)) : ended(bare)
  const mark = transposed.exec(whole)?.[0]
  const before = mark === undefined ? '' : whole.slice(0, -mark.length)
  const isTurned = /[\])}>]$/.test(before) && !before.includes('\\')
  return { text: isTurned ? before.trim() : whole, isLabelled: isLabelled || isSession, isTurned }
}

function typed(line: string): string {
  return line.replace(prompt, '')
}

/** Without empty lines before it and blanks after it; blanks before the first line can be those of a column. */
function edged(text: string): string {
  const lines = text.trimEnd().split('\n')
  const first = lines.findIndex(line => line.trim() !== '')
  return lines.slice(Math.max(first, 0)).join('\n')
}

function dollarless(text: string): string {
  const width = text.startsWith('$$') && text.endsWith('$$') && text.length > 3 ? 2 : 1
  const inner = text.slice(width, -width)
  return inner.includes('$') ? text : inner.trim()
}

/** Without the semicolon or the comma that ends a statement. */
function ended(text: string): string {
  const last = text.charAt(text.length - 1)
  if (last !== ';' && last !== ',') return text
  const before = text.slice(0, -1).trimEnd()
  return /[\])}>]$/.test(before) ? before : text
}
