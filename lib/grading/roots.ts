import type { MistakeId } from '@/lib/network'
import type { Graded } from './graded'
import type { Label } from './mistaken'

/** [G7] One error at its root: a mistake at a quantity, or a step that nothing explains. */
export type RootError =
  | {
      readonly kind: 'mistake'
      readonly mistake: MistakeId
      /** Id of the quantity at which it was made. */
      readonly node: string
      /** The wrong steps that it explains. */
      readonly steps: readonly string[]
    }
  | { readonly kind: 'unexplained'; readonly steps: readonly [string] }

/** The most sets of pairs that are tried; after that the smallest set found is taken. */
const mostTries = 20_000

/**
 * [G7] The explanation of a submission with the fewest errors. Steps that follow count none, and wrong steps share a
 * pair of mistake and node where they can. Of equally short explanations it is the first in the order of the steps.
 */
export function rootErrors(graded: ReadonlyMap<string, Graded>): RootError[] {
  // A step that [G5] keeps from following is explained by the one to mend.
  const wrong = [...graded].filter(
    ([, { verdict, mend }]) => verdict.verdict === 'wrong' && mend.length === 0,
  )
  const named = wrong.filter(([, { labels }]) => labels.length > 0)
  const chosen = fewest(named.map(([, { labels }]) => labels.map(nameOf)))
  const pairs = new Map(named.flatMap(([, { labels }]) => labels.map(label => [nameOf(label), label])))
  const mistakes = chosen.flatMap((name): RootError[] => {
    const label = pairs.get(name)
    if (label === undefined) return []
    const steps = named.filter(([, { labels }]) => labels.some(other => nameOf(other) === name))
    return [{ kind: 'mistake', ...label, steps: steps.map(([id]) => id) }]
  })
  const others = wrong
    .filter(([, { labels }]) => labels.length === 0)
    .map(([id]): RootError => ({ kind: 'unexplained', steps: [id] }))
  return [...mistakes, ...others]
}

function nameOf({ mistake, node }: Label): string {
  return `${mistake} at ${node}`
}

/**
 * The smallest set with one name out of each list. Lists of one name decide first; the rest is searched depth first.
 */
function fewest(lists: readonly (readonly string[])[]): string[] {
  let best = greedy(lists)
  let tries = 0
  const search = (taken: readonly string[]): void => {
    tries += 1
    if (tries > mostTries || taken.length >= best.length) return
    const open = lists.filter(list => !list.some(name => taken.includes(name)))
    const [shortest] = open.toSorted((a, b) => a.length - b.length)
    if (shortest === undefined) {
      best = [...taken]
      return
    }
    for (const name of shortest) search([...taken, name])
  }
  search([])
  return best
}

/** Takes again and again the name that explains most of what is still open. */
function greedy(lists: readonly (readonly string[])[]): string[] {
  const taken: string[] = []
  let open = lists
  while (open.length > 0) {
    const counts = new Map<string, number>()
    for (const name of open.flatMap(list => [...new Set(list)])) counts.set(name, (counts.get(name) ?? 0) + 1)
    const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
    if (most === undefined) break
    taken.push(most[0])
    open = open.filter(list => !list.includes(most[0]))
  }
  return taken
}
