import { Budget, withinBudget } from '@/lib/exact/budget'
import type { Replacement } from '@/lib/protocol/lint'
import { buildKey } from '../build-key'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { readExercise } from '../read'
import { lintTotal } from './answers'
import { Agreement, type Collision, collisionsOf } from './collisions'
import { gatesOf } from './gates'
import { heightsOf, lengthWarnings } from './heights'
import { type Literal, literalsOf } from './literals'
import { nearby } from './nearby'
import { OtherNumbers } from './others'
import { worldOf } from './world'

/** A small change of the given numbers that removes collisions, adds none and keeps the answers short. */
export interface Suggestion {
  /** `x[2,1] = 3`; several are parted by commas. */
  readonly change: string
  readonly edits: readonly Replacement[]
  readonly removes: readonly Collision[]
  /** The heights of the changed exercise. */
  readonly heights: Record<string, number>
}

interface Trial {
  readonly edits: readonly (Literal & { readonly to: string })[]
  readonly source: string
  /** Collisions left in the steps that had some. */
  readonly left: number
  /** 1 where a gate opens or shuts that did not before, otherwise 0. */
  readonly turned: number
  readonly height: number
}

const most = 3
/** The most changed files that are looked at as a whole; the most promising come first. */
const proofs = 6
/** Digits by which an answer may grow. */
const growth = 1

/**
 * Changes of one number of the file, or of two where no single change helps, that remove collisions; the best first.
 * Each was proved by reading the changed file and looking for all its collisions again. None where the numbers are
 * drawn or there are no collisions. The same for the same file; bounded by a budget of its own.
 */
export function suggestionsFor(key: Key, source: string): Suggestion[] {
  const budget = new Budget({ work: exerciseLimits.suggestionWork, digits: exerciseLimits.digits })
  const world = worldOf(key)
  if (world === null) return []
  const agreement = new Agreement(new OtherNumbers(key.exercise, world))
  const { found } = collisionsOf(world, agreement)
  if (found.length === 0) return []
  const search = new Search(key, source, found, agreement, budget)
  const singles = search.singles()
  const doubles = singles[0]?.left === 0 ? [] : search.doubles(singles)
  return proved([...singles, ...doubles].sort(better), found, key)
}

class Search {
  private readonly steps: ReadonlySet<string>
  private readonly literals: readonly Literal[]
  private readonly gates: string | null
  private readonly heights: ReadonlyMap<string, number>

  constructor(
    key: Key,
    private readonly source: string,
    private readonly found: readonly Collision[],
    private readonly agreement: Agreement,
    private readonly budget: Budget,
  ) {
    this.steps = new Set(found.map(({ step }) => step))
    this.literals = literalsOf(key, source)
    this.gates = gatesOf(key)
    this.heights = heightsOf(key)
  }

  singles(): Trial[] {
    // Every number gets its nearest value before any gets the next one: the budget may end in between.
    const rounds = this.literals.map(literal => nearby(literal).map(to => [{ ...literal, to }]))
    const longest = Math.max(0, ...rounds.map(({ length }) => length))
    const all = Array.from({ length: longest }, (_, nth) =>
      rounds.flatMap(round => round.slice(nth, nth + 1)),
    )
    return this.tried(all.flat()).sort(better)
  }

  /** The best changes of one number, each with a change of another. */
  doubles(singles: readonly Trial[]): Trial[] {
    const pairs = singles.slice(0, 2).flatMap(({ edits }) =>
      singles.slice(0, 24).flatMap(other => {
        const more = other.edits.filter(({ at }) => edits.every(edit => edit.at !== at))
        return more.length === 0 ? [] : [[...edits, ...more].sort((a, b) => a.at - b.at)]
      }),
    )
    return this.tried(pairs)
  }

  private tried(changes: readonly Trial['edits'][]): Trial[] {
    const trials: Trial[] = []
    for (const edits of changes) {
      if (!withinBudget(() => this.budget.spend(100)).ok) break
      const trial = this.attempt(edits)
      if (trial !== null && trial.left < this.found.length) trials.push(trial)
    }
    return trials
  }

  private attempt(edits: Trial['edits']): Trial | null {
    const source = edited(this.source, edits)
    const read = readExercise(source)
    const built = read.ok ? buildKey(read.exercise, { budget: this.budget }) : null
    if (!built?.ok) return null
    const heights = heightsOf(built.key)
    const grown = [...heights].some(([step, height]) => height > (this.heights.get(step) ?? 0) + growth)
    const world = grown ? null : worldOf(built.key)
    if (world === null) return null
    const { found, left } = collisionsOf(world, this.agreement, { only: this.steps, total: this.budget })
    if (left.length > 0) return null
    return {
      edits,
      source,
      left: found.length,
      turned: gatesOf(built.key) === this.gates ? 0 : 1,
      height: [...heights.values()].reduce((sum, height) => sum + height, 0),
    }
  }
}

/** Fewest collisions left, gates as they were, fewest numbers changed, shortest answers. */
function better(a: Trial, b: Trial): number {
  return a.left - b.left || a.turned - b.turned || a.edits.length - b.edits.length || a.height - b.height
}

function edited(source: string, edits: Trial['edits']): string {
  return edits.reduceRight(
    (text, { at, text: from, to }) => text.slice(0, at) + to + text.slice(at + from.length),
    source,
  )
}

/** The first few changes that still hold when the changed file is read and all its collisions are sought anew. */
function proved(trials: readonly Trial[], before: readonly Collision[], key: Key): Suggestion[] {
  const suggestions: Suggestion[] = []
  const had = new Set(before.map(named))
  const long = lengthWarnings(key)
  const total = lintTotal()
  for (const { edits, source } of trials.slice(0, proofs)) {
    if (suggestions.length === most) break
    const read = readExercise(source)
    const built = read.ok ? buildKey(read.exercise) : null
    const world = built?.ok ? worldOf(built.key) : null
    if (!built?.ok || world === null) continue
    const { found, left } = collisionsOf(world, new Agreement(new OtherNumbers(built.key.exercise, world)), {
      total,
    })
    const has = new Set(found.map(named))
    const worse = found.some(one => !had.has(named(one))) || left.length > 0
    if (worse || [...lengthWarnings(built.key).keys()].some(step => !long.has(step))) continue
    const removes = before.filter(one => !has.has(named(one)))
    if (removes.length === 0) continue
    suggestions.push({
      change: edits.map(({ name, to }) => `${name} = ${to}`).join(', '),
      edits: edits.map(({ place: { line, column }, text, to }) => ({ line, column, from: text, to })),
      removes: removes.map(({ step, mistake, with: met }) => ({ step, mistake, with: met })),
      heights: Object.fromEntries(heightsOf(built.key)),
    })
  }
  return suggestions
}

function named({ step, mistake, with: met }: Collision): string {
  return `${step} ${mistake} ${met}`
}
