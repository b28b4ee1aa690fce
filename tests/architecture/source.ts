/** A source file, as the rules see it: a path from the project's folder, with `/`, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** One place where a file names another module. */
export interface Import {
  readonly specifier: string
  /** `type` vanishes when the file is compiled; the others are there when it runs. */
  readonly kind: 'type' | 'value'
}

const opening = /\/\/|\/\*|['"`]/g

/** Where the string or template that begins at `at` ends (after its quote), or `null` for a stray quote. */
function stringEnd(text: string, at: number): number | null {
  const quote = text[at]
  for (let i = at + 1; i < text.length; i++) {
    const char = text[i]
    if (char === '\\') i++
    else if (char === quote) return i + 1
    // An apostrophe in the text of JSX opens nothing.
    else if (char === '\n' && quote !== '`') return null
  }
  return null
}

/**
 * The text without its comments and, on demand, with its strings emptied. Not a parser: a regular expression
 * with a quote in it, or two apostrophes in one line of JSX text, may hide what stands between them on that line.
 */
export function withoutComments(text: string, emptyStrings = false): string {
  let out = ''
  let from = 0
  opening.lastIndex = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const at = match.index
    if (match[0].startsWith('/')) {
      const end = match[0] === '//' ? text.indexOf('\n', at) : text.indexOf('*/', at) + 2
      const until = end < at + 2 ? text.length : end
      out += `${text.slice(from, at)} `
      from = until
      opening.lastIndex = until
      continue
    }
    const end = stringEnd(text, at)
    if (end === null) continue
    const literal = text.slice(at, end)
    out += text.slice(from, at) + (emptyStrings ? `${literal[0]}${literal.at(-1)}` : literal)
    from = end
    opening.lastIndex = end
  }
  return out + text.slice(from)
}

const quoted = String.raw`(?<quote>['"\`])(?<specifier>[^'"\`\n]+)\k<quote>`
/** What may stand between `import` or `export` and `from`: a default, a namespace, a list in braces. */
const clause = String.raw`(?<type>type\s+)?[\w$*{},\s]+?\s*`

const forms = [
  String.raw`(?<![\w$.])(?:import|export)\s*${clause}\bfrom\s*${quoted}`,
  String.raw`(?<![\w$.])import\s*${quoted}`,
  String.raw`(?<![\w$.])import\s*\(\s*${quoted}`,
  String.raw`(?<![\w$])require(?:\.resolve)?\s*\(\s*${quoted}`,
  String.raw`\bnew\s+(?:Shared)?Worker\s*\(\s*(?:new\s+URL\s*\(\s*)?${quoted}`,
  String.raw`\bimport\.meta\.resolve\s*\(\s*${quoted}`,
].map(form => new RegExp(form, 'g'))

/** Whether every name in the braces of an import is marked `type`, so that nothing of it is left at run time. */
function onlyTypes(statement: string): boolean {
  const braces = /^(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1]
  const names =
    braces
      ?.split(',')
      .map(name => name.trim())
      .filter(Boolean) ?? []
  return names.length > 0 && names.every(name => /^type\s/.test(name))
}

/** Every module that a file names: import, export from, import(), require, new Worker, types included. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text)
  return forms.flatMap(form =>
    [...code.matchAll(form)].map(match => ({
      specifier: match.groups?.specifier ?? '',
      kind: match.groups?.type || onlyTypes(match[0]) ? ('type' as const) : ('value' as const),
    })),
  )
}
