import { type ChalkFault, faultAt } from '@/lib/language/fault'
import type { Phrase } from '@/lib/language/syntax/phrase'
import type { Statement } from '@/lib/language/syntax/statement'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Comparison, Requirement } from './exercise'
import type { Network } from './network'
import { resolve, type Scope } from './resolve'
import { nodesOverSymbols } from './symbols'

export interface RequirementsRead {
  readonly requirements: readonly Requirement[]
  readonly errors: readonly ChalkFault[]
}

/** The `require` statements of a file. They may use every node, wherever it is defined. */
export function readRequirements(
  statements: readonly Statement[],
  network: Network,
  source: string,
): RequirementsRead {
  const shapes = new Map([...network.graph.values()].map(({ name, shape }) => [name, shape]))
  const scope: Scope = { ...network.bare, shapes, explain: network.explain }
  const symbolic = nodesOverSymbols(network)
  const errors: ChalkFault[] = []
  const requirements: Requirement[] = []
  for (const statement of statements) {
    if (statement.kind !== 'require') continue
    const comparisons: Comparison[] = []
    for (const phrase of statement.comparisons) {
      const resolved = resolve(phrase, scope)
      const named = resolved.ok
        ? resolved.expr.find(item => item.kind === 'node' && symbolic.has(item.name))
        : null
      if (named?.kind === 'node') {
        errors.push(faultAt(named.place, message('names.symbols-compared', { name: math(named.name) })))
      } else if (resolved.ok) comparisons.push({ expr: resolved.expr, text: textOf(phrase, source) })
      else if (resolved.error !== null) errors.push(resolved.error)
    }
    requirements.push({ comparisons, place: statement.place })
  }
  return { requirements, errors }
}

/** For messages; a long comparison is cut. */
function textOf(phrase: Phrase, source: string): string {
  const root = phrase.at(-1)
  const text = source
    .slice(root?.from, root?.to)
    .replace(/#[^\r\n]*/g, '')
    .replace(/\s+/g, ' ')
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}
