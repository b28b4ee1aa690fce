import type { HistoryMark } from '@/lib/protocol/history'
import type { LoggedEvent } from './log'

/** A step, or (null) an exercise as a whole, in words. */
export type PlaceInWords = (version: string, step: string | null) => string

/**
 * What a teacher did to the class, as a mark of its time line; null where it is no act of a teacher or does not show
 * there.
 */
export function markOf({ at, ...entry }: LoggedEvent, named: PlaceInWords): HistoryMark | null {
  const pace = (words: string): HistoryMark => ({ at, kind: 'pace', words })
  switch (entry.type) {
    case 'verdicts-held':
      return pace('Verdicts held back')
    case 'verdicts-opened': {
      const { on } = entry.data
      return pace(on === null ? 'Verdicts opened' : `Verdicts opened: ${named(on.version, on.step)}`)
    }
    case 'numbers-set':
      return pace(entry.data.own ? 'Numbers: each their own' : 'Numbers: the same for all')
    case 'released': {
      const { version, steps, released } = entry.data
      const first = steps?.length === 1 ? (steps[0] ?? null) : null
      const what =
        steps === null || first !== null
          ? named(version, first)
          : `${steps.length} steps of ${named(version, null)}`
      return pace(`${released ? 'Released' : 'Taken off the desks'}: ${what}`)
    }
    case 'paused':
      return pace(entry.data.paused ? 'Paused' : 'Went on')
    case 'focused': {
      const { on } = entry.data
      return pace(on === null ? 'Everyone free to go' : `Everyone brought to ${named(on.version, on.step)}`)
    }
    case 'timed': {
      const { endsAt, on } = entry.data
      const where = on === null ? '' : `: ${named(on.version, on.step)}`
      if (endsAt === null) return pace(`Countdown ended${where}`)
      return pace(`Countdown of ${minutes(endsAt - at)} min${where}`)
    }
    case 'capped': {
      const { attempts } = entry.data
      return pace(attempts === null ? 'Any number of attempts' : `At most ${attempts} attempts a step`)
    }
    case 'hints-allowed':
      return pace(entry.data.allowed ? 'Hints on' : 'Hints off')
    case 'revealed':
      return {
        at,
        kind: 'reveal',
        words: `Solution shown: ${named(entry.data.on.version, entry.data.on.step)}`,
      }
    case 'homework-set':
      return {
        at,
        kind: 'homework',
        words: entry.data.dueAt === null ? 'Homework ended' : 'Reopened as homework',
      }
    default:
      return null
  }
}

/** Minutes as a whole number, or with one decimal where there are few. */
function minutes(ms: number): string {
  const count = ms / 60_000
  return count < 10 ? String(Math.round(count * 10) / 10) : String(Math.round(count))
}
