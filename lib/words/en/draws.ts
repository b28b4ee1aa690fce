import type { Mathematics, Message, Subject } from '../argument'
import { form, grouped } from '../plural'
import { text } from '../text'

/** A requirement as the file has it, cut where it is long. */
type Check = { check: string }

/** Why the random values of an exercise cannot be drawn, or are drawn with trouble. */
export const draws = {
  'draws.bounds-reversed': ({ low, high }: { low: string; high: string }) =>
    text`${low} is above ${high}: expected LO..HI, the lower bound first`,
  'draws.only-zero': () => 'nothing is left to draw: 0 is the only value, and nonzero excludes it',
  'draws.nothing-left': ({ check }: Check) =>
    text`${check} leaves nothing to draw within the bounds of the random value`,
  'draws.never-holds': ({ check, why }: Check & { why: Message | null }, say) =>
    text`${check} does not hold, whatever the seed: ${why === null ? 'nothing in it is drawn at random' : say(why)}`,
  /** `before`: how many draws met what is required earlier; null where that is all of them. */
  'draws.in-vain': (
    { check, tried, before, why }: Check & { tried: number; before: number | null; why: Message | null },
    say,
  ) => {
    const none =
      before === null
        ? text`none of ${grouped(tried)} draws meets ${check}`
        : text`of ${grouped(tried)} draws ${grouped(before)} ${form(before, 'meets', 'meet')} what is required before this, and none of these meets ${check}`
    return why === null ? none : `${none}${text`; in the last one: ${say(why)}`}`
  },
  'draws.highest-never': ({
    high,
    step,
    low,
    last,
  }: {
    high: string
    step: string
    low: string
    last: string
  }) => text`${high} is never drawn: steps of ${step} from ${low} end at ${last}`,
  'draws.rarely': ({
    met,
    tried,
    checks,
    most,
  }: {
    met: number
    tried: number
    checks: readonly string[]
    most: number
  }) =>
    text`${met} of ${grouped(tried)} draws ${form(met, 'meets', 'meet')} ${checks.join(' and ')}; a seed that finds none in ${grouped(most)} has no variant`,
  'draws.expected': () => 'expected NAME = VALUE or require COND',
  'draws.no-such-value': ({ name }: { name: Mathematics }) =>
    text`the exercise has no given or param ${name} whose value could be drawn anew`,
  'draws.twice': ({ name }: { name: Mathematics }) => text`${name} is drawn twice`,
} satisfies Subject
