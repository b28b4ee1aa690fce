import { readInput } from './input'
import { run } from './run'

const { status, lines, complaint } = run(process.argv.slice(2), readInput)
for (const line of lines) process.stdout.write(`${line}\n`)
if (complaint !== null) process.stderr.write(`${complaint}\n`)
// process.exit would end before everything written to a pipe has arrived.
process.exitCode = status
