import type { Scalar } from '@/lib/exact/atoms'
import { unlessUndecided } from '@/lib/exact/budget'
import type { Tensor } from '@/lib/exact/tensor'
import type { Acceptance } from '@/lib/exercise'
import { type Branches, branchingAs, noting, sameBranches } from './branches'
import type { Loosely, Parent } from './earlier'
import {
  type Combination,
  choose,
  combine,
  freeRides,
  mostCombinations,
  type Question,
  type Way,
  workedFrom,
} from './follow'

/** What the student's own rounded answers explain of the cells that are wrong on the true values. */
export interface GoneOn {
  /** By their places, the cells that are right for some of these answers, and which. */
  readonly right: ReadonlyMap<number, Combination>
  /** Cells that fit as well, but where a branch falls otherwise than on the true values: they follow. */
  readonly otherwise: ReadonlyMap<number, Combination>
  /** [G5] A combination that would explain cells, and the answers in it that leave nothing to work out. */
  readonly free: { readonly best: Combination; readonly parents: readonly Parent[] } | null
}

/**
 * Rounding as one goes: tries the student's own value for all, then for some, of the earlier answers that are right as rounded or
 * within a distance. `answer` is the true one. It may unwind by its budget.
 */
export function goOn(question: Question, ways: readonly Way[], answer: Tensor<Scalar>): GoneOn {
  const right = new Map<number, Combination>()
  const otherwise = new Map<number, Combination>()
  let free: GoneOn['free'] = null
  let tried = 0
  const candidates = ways.map(({ ground }) => ground.parents.filter(({ passes }) => passes !== null))
  const onTruth = new Map<Way, Branches | null>()
  for (let size = Math.max(0, ...candidates.map(({ length }) => length)); size > 0; size -= 1) {
    for (const [nth, way] of ways.entries()) {
      for (const own of choose(candidates[nth] ?? [], size)) {
        tried += 1
        if (tried > mostCombinations || right.size === question.wrong.length)
          return { right, otherwise, free }
        const branches: Branches = []
        const found = combine(question, way, own, noting(question.field, branches))
        if (found === null || found.explained.length === 0) continue
        const parents = freeRides(question, found, answer)
        if (parents.length > 0) {
          if (found.explained.length > (free?.best.explained.length ?? 0)) free = { best: found, parents }
          continue
        }
        const truth = onTruth.has(way) ? (onTruth.get(way) ?? null) : branchesOnTruth(question, way)
        onTruth.set(way, truth)
        const alike = asOnTruth(question, way, found, branches, truth)
        for (const at of found.explained) {
          const cells = alike.has(at) ? right : otherwise
          if (!cells.has(at)) cells.set(at, found)
        }
      }
    }
  }
  return { right, otherwise, free }
}

/** Null where a sign is not decided there. */
function branchesOnTruth(question: Question, way: Way): Branches | null {
  const branches: Branches = []
  const value = unlessUndecided(() => workedFrom(question, way, [], noting(question.field, branches)))
  return value === null ? null : branches
}

/** The places of the explained cells that would fit too if every branch fell as on the true values. */
function asOnTruth(
  question: Question,
  way: Way,
  { own, explained }: Combination,
  branches: Branches,
  truth: Branches | null,
): ReadonlySet<number> {
  if (truth === null) return new Set()
  if (sameBranches(branches, truth)) return new Set(explained)
  const forced = unlessUndecided(() => workedFrom(question, way, own, branchingAs(question.field, truth)))
  return new Set(
    explained.filter(at => {
      const entry = forced?.data[at]
      return entry !== undefined && question.fits(at, entry)
    }),
  )
}

/** The reason of a cell that is right for these answers: the step's own, else that of the earlier answers. */
export function reasonOf(acceptance: Acceptance | null, own: readonly Parent[]): Loosely {
  if (acceptance !== null && acceptance.kind !== 'exact') {
    return acceptance.kind === 'within' ? 'within' : 'rounded'
  }
  return own.some(({ passes }) => passes === 'within') ? 'within' : 'rounded'
}
