import { showCount } from '@/lib/exact/print'
import { defaultSeed } from '@/lib/exercise'

export const usage = `chalk: exercises on the command line

  chalk solve FILE... [--seed N] [--worked]
  chalk grade FILE ANSWERS.json [--seed N]
  chalk lint  FILE... [--seeds N]

FILE is a .chalk file, or - for standard input. Prints JSON, one object a file.
--seed N draws the random values of seed N (1 unless said); --seeds N looks at those of the seeds 1 to N.
--worked adds the worked solution of every step: its lines in words, as text, in MathML and in TeX.
Exit status: 0, or 1 where a file is wrong, or 2 for wrong usage.`

export type Command = 'solve' | 'grade' | 'lint'

export type Arguments =
  | {
      readonly ok: true
      readonly command: Command
      readonly files: readonly string[]
      /** The seeds to look at: one, except with `lint --seeds`. */
      readonly seeds: readonly number[]
      /** Whether `solve` adds the worked solutions. */
      readonly worked: boolean
    }
  | { readonly ok: false; readonly message: string }

const commands: Readonly<
  Record<Command, { readonly option: string; readonly flag?: string; readonly takes: string }>
> = {
  solve: { option: '--seed', flag: '--worked', takes: 'one FILE or more' },
  grade: { option: '--seed', takes: 'FILE and ANSWERS.json' },
  lint: { option: '--seeds', takes: 'one FILE or more' },
}

/** The most variants that one `lint` looks at. */
const mostSeeds = 10_000

/** Reads the words after `chalk`. */
export function readArguments(words: readonly string[]): Arguments {
  const [command, ...rest] = words
  if (!isCommand(command)) {
    return { ok: false, message: command === undefined ? 'no command' : `unknown command ${command}` }
  }
  const { option, flag, takes } = commands[command]
  const files: string[] = []
  let number: number | null = null
  let worked = false
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? ''
    if (word === '-' || !word.startsWith('-')) {
      files.push(word)
      continue
    }
    if (word === flag) {
      worked = true
      continue
    }
    const [name, joined] = word.split('=', 2)
    if (name !== option) return { ok: false, message: `${command} has no option ${name}` }
    const value = joined ?? rest[++at]
    if (value === undefined || !/^\d{1,15}$/.test(value)) {
      return { ok: false, message: `${option} takes a whole number` }
    }
    number = Number(value)
    if (option === '--seeds' && (number < 1 || number > mostSeeds)) {
      return { ok: false, message: `--seeds takes a whole number from 1 to ${showCount(mostSeeds)}` }
    }
  }
  if (files.length === 0 || (command === 'grade' && files.length !== 2)) {
    return { ok: false, message: `${command} takes ${takes}` }
  }
  if (files.filter(file => file === '-').length > 1) {
    return { ok: false, message: 'standard input can be read only once' }
  }
  const many = command === 'lint' ? Array.from({ length: number ?? 1 }, (_, nth) => defaultSeed + nth) : null
  return { ok: true, command, files, seeds: many ?? [number ?? defaultSeed], worked }
}

function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(commands, word)
}
