import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { takesLong } from '../../takes-long'

takesLong()

/** Counts the exceptions that come of three lines printed to nobody, and tells its parent. */
const printer = `
import { outliveTerminal } from './lib/server/terminal.ts'
if (process.argv.at(-1) === 'guarded') outliveTerminal()
let uncaught = 0
process.on('uncaughtException', () => { uncaught += 1 })
process.on('message', async () => {
  for (let line = 0; line < 3; line += 1) {
    console.log('a line')
    console.error('a line')
    await new Promise(done => setTimeout(done, 20))
  }
  process.send({ uncaught }, () => process.exit(0))
})
process.send('ready')
`

async function uncaughtOf(how: 'guarded' | 'bare'): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', printer, how], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  await once(child, 'message')
  child.stdout?.destroy()
  child.stderr?.destroy()
  child.send('print')
  const [{ uncaught }] = await once(child, 'message')
  return uncaught
}

test('lines that nobody reads are no exceptions', async () => {
  expect(await uncaughtOf('guarded')).toBe(0)
  // The same without it, so that this test can fail.
  expect(await uncaughtOf('bare')).toBeGreaterThan(0)
})
