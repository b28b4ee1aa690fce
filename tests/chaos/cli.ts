import { chaos } from './run'

/** `npm run chaos [-- --rounds 200] [--students 8] [--seed 1]`: prints its figures as JSON; ends with 1 where any is bad. */
function option(name: string, without: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const value = Number(process.argv[at + 1])
  return at >= 0 && Number.isSafeInteger(value) && value >= 0 ? value : without
}

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())

const began = Date.now()
const figures = await chaos({
  program: ['build/server.js'],
  rounds: option('rounds', 20),
  students: option('students', 8),
  seed: option('seed', 1),
  signal: stopping.signal,
  tell: line => console.error(line),
})
console.log(JSON.stringify({ ...figures, seconds: Math.round((Date.now() - began) / 1000) }, null, 2))
const { lost, doubled, unanswered, different } = figures
process.exitCode = lost + doubled + unanswered + different === 0 ? 0 : 1
