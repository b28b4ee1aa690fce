import type { PacingCommand } from '@/lib/protocol/pacing'
import type { StepOrWhole } from '@/lib/protocol/step-address'
import type { LogEntry } from './log'

/** A command whose entry is made of it alone. */
type Plain = Exclude<PacingCommand, { do: 'section' }>

/** The entry of the log for a teacher's command; `now` in Unix milliseconds. */
export function entryOf(command: Plain, now: number): LogEntry {
  switch (command.do) {
    case 'hold':
      return { type: 'verdicts-held', data: {} }
    case 'open':
      return { type: 'verdicts-opened', data: { on: command.on } }
    case 'numbers':
      return { type: 'numbers-set', data: { own: command.own } }
    case 'release': {
      const { version, steps, released } = command
      return { type: 'released', data: { version, steps, released } }
    }
    case 'pause':
      return { type: 'paused', data: { paused: command.paused } }
    case 'focus':
      return { type: 'focused', data: { on: command.on } }
    case 'time':
      return {
        type: 'timed',
        data: { endsAt: command.ms === null ? null : now + command.ms, on: command.on },
      }
    case 'cap':
      return { type: 'capped', data: { attempts: command.attempts } }
    case 'hints':
      return { type: 'hints-allowed', data: { allowed: command.allowed } }
    case 'homework':
      return { type: 'homework-set', data: { dueAt: command.dueAt, late: command.late } }
    case 'reveal':
      return { type: 'revealed', data: { on: command.on } }
  }
}

/** The steps and exercises that a command names: `step` null for an exercise as a whole. */
export function placesOf(command: PacingCommand): readonly StepOrWhole[] {
  if (command.do === 'release') {
    const { version, steps } = command
    return steps === null ? [{ version, step: null }] : steps.map(step => ({ version, step }))
  }
  return 'on' in command && command.on !== null ? [command.on] : []
}
