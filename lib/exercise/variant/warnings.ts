import { Budget, withinBudget } from '@/lib/exact/budget'
import { compareRational, shortest } from '@/lib/exact/rational'
import { type ChalkFault, comesBefore, faultAt } from '@/lib/language/fault'
import { message } from '@/lib/words/message'
import type { Draw, Exercise } from '../exercise'
import { exerciseLimits } from '../limits'
import { Drawer } from './drawing'
import { pointOf } from './lattice'

/** Draws by which the rate of a `require` is measured. */
const tries = 1000
/**
 * A rate below one in this many is a warning. At one in a thousand, one seed in 20,000 finds nothing in all its
 * draws.
 */
const rare = 100

/** What a teacher may want to know of the random values of an exercise; in the order of the file. */
export function variantWarnings(exercise: Exercise, seed: number): ChalkFault[] {
  const draws = [...[...exercise.graph.values()].map(({ draw }) => draw), exercise.upstream?.draw ?? null]
  const warnings = [...draws.flatMap(draw => (draw === null ? [] : beyond(draw))), ...rates(exercise, seed)]
  return warnings.sort(comesBefore)
}

/** Warns of a highest value that the steps miss. */
function beyond({ lattice, high, place }: Draw): ChalkFault[] {
  const last = pointOf(lattice, lattice.count - 1n)
  if (compareRational(last, high) === 0) return []
  const said = {
    high: shortest(high),
    step: shortest(lattice.step),
    low: shortest(lattice.low),
    last: shortest(last),
  }
  return [faultAt(place, message('draws.highest-never', said))]
}

/** Warns of requirements that rarely hold together. */
function rates(exercise: Exercise, seed: number): ChalkFault[] {
  const { drawWork, digits } = exerciseLimits
  // One lint may take longer than one of the many variants.
  const budget = new Budget({ work: 10 * drawWork, digits })
  const drawer = new Drawer(exercise, seed, budget)
  const measured = withinBudget(() => drawer.acceptance(tries))
  // Draws that cost too much are reported where a variant is made.
  if (!measured.ok) return []
  return measured.value.flatMap(({ checks: [first, ...more], met }) => {
    if (first === undefined || met * rare >= tries) return []
    const checks = [first, ...more].map(({ text }) => text)
    const said = { met, tried: tries, checks, most: exerciseLimits.draws }
    return [faultAt(first.place, message('draws.rarely', said))]
  })
}
