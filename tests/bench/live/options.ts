import { limits } from '@/lib/protocol/limits'

/**
 * Students who work through everything and leave before anything is measured, so that the code is warm, memory is
 * allocated, and everything that is computed once for each exercise is there.
 */
export const warming = 20

export interface Options {
  readonly students: number
  readonly seconds: number
  /** Answers a second of all students together. */
  readonly rate: number
  readonly burst: boolean
  /** Whether marks of typing are sent too. */
  readonly typing: boolean
}

/** A student alone answers this often; no class answers more often than this. */
const eachPerSecond = 0.4
const ratesMost = 200

function whole(args: readonly string[], name: string, without: number): number {
  const at = args.indexOf(`--${name}`)
  if (at < 0) return without
  const value = Number(args[at + 1])
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} wants a whole number above 0`)
  return value
}

/** `--students N [--burst] [--seconds S] [--rate ANSWERS-A-SECOND] [--typing]` */
export function readOptions(args: readonly string[]): Options {
  const students = whole(args, 'students', 500)
  const most = limits.studentsPerClass - warming
  if (students > most) throw new Error(`a class holds at most ${most} beside those who warm the server up`)
  return {
    students,
    seconds: whole(args, 'seconds', 20),
    rate: whole(args, 'rate', Math.max(1, Math.min(ratesMost, Math.round(students * eachPerSecond)))),
    burst: args.includes('--burst'),
    typing: args.includes('--typing'),
  }
}
