import type { Message, Subject } from '../argument'
import { form, grouped } from '../plural'
import { text } from '../text'

/** A step or an exercise by its name. */
type There = { readonly place: Message }
/** Where it was: at a place, or (null) in the class as a whole. */
type Where = { readonly place: Message | null }

/** Whom it was about, by name. */
type Who = { readonly student: string }

/** What a teacher did to the class, as its time line tells it later. */
export const timeline = {
  'timeline.verdicts-held': () => 'Verdicts held back',
  'timeline.verdicts-opened': ({ place }: Where, say) =>
    place === null ? 'Verdicts opened' : text`Verdicts opened: ${say(place)}`,
  'timeline.own-numbers': () => 'Own numbers for each student',
  'timeline.same-numbers': () => 'The same numbers for everyone',
  'timeline.released': ({ place }: There, say) => text`Released: ${say(place)}`,
  'timeline.withheld': ({ place }: There, say) => text`Taken off the desks: ${say(place)}`,
  'timeline.paused': () => 'Paused',
  'timeline.resumed': () => 'Resumed',
  'timeline.focused': ({ place }: There, say) => text`Everyone brought to ${say(place)}`,
  'timeline.free': () => 'Everyone free to move on',
  'timeline.countdown': ({ minutes, place }: Where & { readonly minutes: number }, say) => {
    const countdown = `Countdown of ${minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes)} min`
    return place === null ? countdown : text`${countdown}: ${say(place)}`
  },
  'timeline.countdown-ended': ({ place }: Where, say) =>
    place === null ? 'Countdown ended' : text`Countdown ended: ${say(place)}`,
  'timeline.capped': ({ attempts }: { attempts: number }) =>
    text`At most ${grouped(attempts)} ${form(attempts, 'attempt', 'attempts')} at each step`,
  'timeline.uncapped': () => 'Any number of attempts',
  'timeline.hints-on': () => 'Hints on',
  'timeline.hints-off': () => 'Hints off',
  'timeline.revealed': ({ place }: There, say) => text`Solution shown: ${say(place)}`,
  'timeline.homework': () => 'Reopened as homework',
  'timeline.homework-ended': () => 'Homework ended',

  'timeline.section': ({ title }: { title: string }) => text`Reading: ${title}`,
  'timeline.section-ended': () => 'Reading ended',

  'timeline.time-given': ({ student }: Who) => text`More time for ${student}`,
  'timeline.time-taken': ({ student }: Who) => text`No more time for ${student} than for the class`,
  'timeline.due-date-given': ({ student }: Who) => text`Another due date for ${student}`,
  'timeline.due-date-taken': ({ student }: Who) => text`The class’s due date for ${student} again`,
  'timeline.excused': ({ student, place }: Who & There, say) => text`${student} excused from ${say(place)}`,
  'timeline.excused-no-more': ({ student, place }: Who & There, say) =>
    text`${student} no longer excused from ${say(place)}`,
  'timeline.counted-right': ({ student, place }: Who & There, say) =>
    text`Counted as right for ${student}: ${say(place)}`,
  'timeline.counted-wrong': ({ student, place }: Who & There, say) =>
    text`Counted as wrong for ${student}: ${say(place)}`,
  'timeline.override-taken': ({ student, place }: Who & There, say) =>
    text`Own verdict for ${student} taken back: ${say(place)}`,

  'timeline.exercise': ({ title }: { title: string }) => text`${title}`,
  'timeline.lost-exercise': () => 'an exercise that is gone',
  'timeline.steps-of': ({ count, exercise }: { count: number; exercise: Message }, say) =>
    text`${grouped(count)} ${form(count, 'step', 'steps')} of ${say(exercise)}`,
} satisfies Subject
