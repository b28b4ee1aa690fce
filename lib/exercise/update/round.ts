import { ofGradient } from '@/lib/language/syntax/update'
import { evaluateExpr, namesIn } from '@/lib/network'
import type { Draft, Pass, Rule } from '../derivation/quantity'
import type { Update, UpdateLine } from '../exercise'

/** Names of what a block of updates changes. */
export function updatedIn({ lines }: Update): string[] {
  return lines.map(({ name }) => name)
}

/** Whether some line uses a gradient: then each round but the last has a forward and a backward pass after it. */
export function usesGradients({ lines }: Update): boolean {
  return lines.some(({ expr }) => namesIn(expr).some(name => ofGradient(name) !== null))
}

/** The new values of one round, in the order of its lines, each name standing for its latest value. */
export function updateDrafts({ lines }: Update, before: Pass, after: Pass): Draft[] {
  const done = new Set<string>()
  return lines.map(line => {
    const names = new Map(
      namesIn(line.expr).map((name): [string, string] => {
        const node = ofGradient(name)
        if (node !== null) return [name, before.gradient(node)]
        return [name, done.has(name) ? after.value(name) : before.value(name)]
      }),
    )
    done.add(line.name)
    return {
      id: after.value(line.name),
      shape: line.shape,
      rule: updateRule(line, names),
      about: { kind: 'updated', line, names, before: before.value(line.name) },
    }
  })
}

function updateRule({ expr }: UpdateLine, names: ReadonlyMap<string, string>): Rule {
  return {
    inputs: [...new Set(names.values())],
    compute: (field, of, budget) => {
      const run = evaluateExpr(expr, field, valuesUnder(names, of), budget)
      return run.ok ? run.value : null
    },
  }
}

/** The values that the names of an update's expression stand for. */
export function valuesUnder<T>(names: ReadonlyMap<string, string>, of: (id: string) => T): Map<string, T> {
  return new Map([...names].map(([name, id]) => [name, of(id)]))
}
