import type { HistoryMark } from '@/lib/protocol/history'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { LoggedEvent } from './log'

/** What a step is called, or (null) an exercise as a whole. */
export type PlaceNamed = (version: string, step: string | null) => Message

/** What a student is called, by the id. */
export type StudentNamed = (student: string) => string

/** A mark of the time line, before its sentence is made. `at` in Unix milliseconds. */
export interface TimelineMark extends Pick<HistoryMark, 'at' | 'kind'> {
  readonly said: Message
}

/**
 * What a teacher did to the class, as a mark of its time line; null where it is no act of a teacher or does not show
 * there.
 */
export function markOf(
  { at, ...entry }: LoggedEvent,
  named: PlaceNamed,
  called: StudentNamed,
): TimelineMark | null {
  const except = (said: Message): TimelineMark => ({ at, kind: 'exception', said })
  const pace = (said: Message): TimelineMark => ({ at, kind: 'pace', said })
  const place = (on: StepAddress | null) => on && named(on.version, on.step)
  switch (entry.type) {
    case 'verdicts-held':
      return pace(message('timeline.verdicts-held'))
    case 'verdicts-opened':
      return pace(message('timeline.verdicts-opened', { place: place(entry.data.on) }))
    case 'numbers-set':
      return pace(message(entry.data.own ? 'timeline.own-numbers' : 'timeline.same-numbers'))
    case 'released': {
      const what = { place: stepsNamed(entry.data, named) }
      return pace(message(entry.data.released ? 'timeline.released' : 'timeline.withheld', what))
    }
    case 'paused':
      return pace(message(entry.data.paused ? 'timeline.paused' : 'timeline.resumed'))
    case 'focused': {
      const to = place(entry.data.on)
      return pace(to === null ? message('timeline.free') : message('timeline.focused', { place: to }))
    }
    case 'timed': {
      const { endsAt, on } = entry.data
      if (endsAt === null) return pace(message('timeline.countdown-ended', { place: place(on) }))
      return pace(message('timeline.countdown', { minutes: (endsAt - at) / 60_000, place: place(on) }))
    }
    case 'capped': {
      const { attempts } = entry.data
      return pace(attempts === null ? message('timeline.uncapped') : message('timeline.capped', { attempts }))
    }
    case 'hints-allowed':
      return pace(message(entry.data.allowed ? 'timeline.hints-on' : 'timeline.hints-off'))
    case 'revealed': {
      const { version, step } = entry.data.on
      return { at, kind: 'reveal', said: message('timeline.revealed', { place: named(version, step) }) }
    }
    case 'homework-set': {
      const ended = entry.data.dueAt === null
      return { at, kind: 'homework', said: message(ended ? 'timeline.homework-ended' : 'timeline.homework') }
    }
    case 'section-run': {
      const { section } = entry.data
      return pace(
        section === null
          ? message('timeline.section-ended')
          : message('timeline.section', { title: section.title }),
      )
    }
    case 'time-given': {
      const student = called(entry.data.student)
      const taken = entry.data.endsAt === null
      return except(message(taken ? 'timeline.time-taken' : 'timeline.time-given', { student }))
    }
    case 'due-date-given': {
      const student = called(entry.data.student)
      const taken = entry.data.dueAt === null
      return except(message(taken ? 'timeline.due-date-taken' : 'timeline.due-date-given', { student }))
    }
    case 'excused': {
      const { student, on, excused } = entry.data
      const what = { student: called(student), place: named(on.version, on.step) }
      return except(message(excused ? 'timeline.excused' : 'timeline.excused-no-more', what))
    }
    case 'overridden': {
      const { student, on, verdict, answer } = entry.data
      // Thirty answers that are marked at once would hide all else.
      if (answer !== undefined) return null
      const what = { student: called(student), place: named(on.version, on.step) }
      if (verdict === null) return except(message('timeline.override-taken', what))
      return except(message(verdict === 'right' ? 'timeline.counted-right' : 'timeline.counted-wrong', what))
    }
    default:
      return null
  }
}

/** One step, several of them (by their count), or (null) the whole exercise. */
function stepsNamed(
  { version, steps }: { readonly version: string; readonly steps: readonly string[] | null },
  named: PlaceNamed,
): Message {
  const [first, second] = steps ?? []
  if (steps === null) return named(version, null)
  if (first !== undefined && second === undefined) return named(version, first)
  return message('timeline.steps-of', { count: steps.length, exercise: named(version, null) })
}
