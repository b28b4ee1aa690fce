import { type Argument, isMathematics, type Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/**
 * A sentence that may be said, and the characters of mathematics that still fit into it below a grid on a narrow phone. How
 * long its own words are hangs on the language, and decides nothing.
 */
export interface Reason {
  readonly said: Message
  readonly room: number
}

/** For a sentence of its own words, and for one that explains besides: an op's clause, say. */
export const room = {
  wide: (said: Message): Reason => ({ said, room: 75 }),
  narrow: (said: Message): Reason => ({ said, room: 45 }),
}

/** A worked solution has more room than a verdict. */
const moreInSolutions = 8

/** The first reason whose mathematics fits; null where none does. */
export function fitting(reasons: readonly Reason[]): Message | null {
  return reasons.find(({ said, room }) => lengthOfMath(said) <= room)?.said ?? null
}

/** The first line of a solution. */
export function firstReason(reasons: readonly Reason[]): Message {
  const found = reasons.find(({ said, room }) => lengthOfMath(said) <= moreInSolutions * room)
  return found?.said ?? message('worked.rule')
}

function lengthOfMath({ args }: Message): number {
  return Object.values(args).reduce((sum: number, argument) => sum + lengthIn(argument), 0)
}

function lengthIn(argument: Argument): number {
  if (isMathematics(argument)) return argument.math.length
  if (isList(argument)) return argument.reduce((sum: number, one) => sum + lengthIn(one), 0)
  return typeof argument === 'object' && argument !== null ? lengthOfMath(argument) : 0
}

function isList(argument: Argument): argument is readonly Argument[] {
  return Array.isArray(argument)
}
