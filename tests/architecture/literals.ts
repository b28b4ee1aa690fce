/** A string or template of a source file. */
export interface Literal {
  /** What it says, with `…` where a template puts something in. */
  readonly text: string
  /** The call that it is an argument of, at any depth, as it is written: `new RangeError`, `report`; outermost first. */
  readonly calls: readonly string[]
}

/** What a bracket closes, and the call whose arguments it opens (or nothing, for any other bracket). */
interface Open {
  readonly bracket: '(' | '[' | '{' | '${'
  readonly call: string | null
  /** The template around a `${`. */
  readonly said: string
}

const partners = { '(': ')', '[': ']', '{': '}', '${': '}' } as const

const afterValue = /[\w$)\]}"]$/
const keyword = /\b(?:return|typeof|case|in|of|do|else|void|yield|await)$/
const callee = /(?:\bnew\s+)?[\w$.]+$/

/**
 * Every string and template in the code, not those in its comments. A regular expression is told from a division by what
 * stands before it, as a person would tell it. Throws where it lost its way, so that brackets do not close.
 */
export function literalsOf(code: string): Literal[] {
  const found: Literal[] = []
  const open: Open[] = []
  let before = ''
  let at = 0

  const calls = (): string[] => open.flatMap(({ call }) => (call === null ? [] : [call]))
  const template = (said: string): void => {
    const part = chunk(code, at, '`')
    at = part.end
    if (part.stop === '${') {
      open.push({ bracket: '${', call: null, said: `${said}${part.text}…` })
      before = ''
    } else {
      found.push({ text: said + part.text, calls: calls() })
      before = '"'
    }
  }

  while (at < code.length) {
    const char = code[at] ?? ''
    const two = code.slice(at, at + 2)
    if (two === '//' || two === '/*') {
      const end = two === '//' ? code.indexOf('\n', at) : code.indexOf('*/', at) + 2
      at = end < at + 2 ? code.length : end
    } else if (char === '"' || char === "'") {
      at += 1
      const part = chunk(code, at, char)
      at = part.end
      found.push({ text: part.text, calls: calls() })
      before = '"'
    } else if (char === '`') {
      at += 1
      template('')
    } else if (char === '/' && beginsPattern(before.trimEnd())) {
      at = endOfPattern(code, at)
      before = '"'
    } else {
      if (char === '(')
        open.push({ bracket: '(', call: callee.exec(before.trimEnd())?.[0] ?? null, said: '' })
      if (char === '[' || char === '{') open.push({ bracket: char, call: null, said: '' })
      const closed = /[)\]}]/.test(char) ? open.pop() : undefined
      if (closed && partners[closed.bracket] !== char)
        throw new Error(`lost at ${code.slice(Math.max(0, at - 40), at + 1)}`)
      at += 1
      if (closed?.bracket === '${') template(closed.said)
      else if (!/\s/.test(char)) before = `${before.endsWith('"') ? '' : before}${char}`.slice(-80)
      else if (/[\w$]$/.test(before)) before += ' '
    }
  }
  if (open.length > 0) throw new Error(`lost: ${open.length} brackets stay open`)
  return found
}

/** Whether a slash after this code begins a regular expression; after a value it divides. */
function beginsPattern(before: string): boolean {
  return keyword.test(before) || !afterValue.test(before)
}

/** The text up to the quote that ends it, or to what a template puts in. */
function chunk(code: string, from: number, quote: string): { text: string; end: number; stop: string } {
  let text = ''
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] ?? ''
    if (char === '\\') {
      text += code[at + 1] === 'n' ? '\n' : (code[at + 1] ?? '')
      at += 1
    } else if (char === quote) return { text, end: at + 1, stop: quote }
    else if (quote === '`' && code.startsWith('${', at)) return { text, end: at + 2, stop: '${' }
    else text += char
  }
  return { text, end: code.length, stop: '' }
}

/** A slash in a class of characters ends nothing. */
function endOfPattern(code: string, from: number): number {
  let inClass = false
  for (let at = from + 1; at < code.length; at += 1) {
    const char = code[at]
    if (char === '\\') at += 1
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if (char === '\n') return from + 1
    else if (char === '/' && !inClass) return at + 1
  }
  return code.length
}
