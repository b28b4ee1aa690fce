/** How often a stage that takes long says so where lines cannot be rewritten. */
const reminderSeconds = 30

const out = process.stderr

/**
 * Runs one stage of a start, with a line that tells its name and how long it takes: rewritten every second on a
 * terminal, and otherwise written at its beginning, from time to time, and at its end.
 */
export async function stage(name, work) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const rewrites = out.isTTY === true
  const show = rewrites
    ? () => out.write(`\r  ${name} … ${seconds()} s`)
    : () => out.write(`  ${name} … ${seconds()} s\n`)
  if (rewrites) show()
  else out.write(`  ${name} …\n`)
  const ticking = setInterval(show, rewrites ? 1000 : reminderSeconds * 1000)
  try {
    const result = await work()
    const end = `  ${name}: done in ${seconds()} s`
    out.write(rewrites ? `\r${end}   \n` : `${end}\n`)
    return result
  } catch (error) {
    out.write(rewrites ? `\r  ${name}: failed   \n` : `  ${name}: failed\n`)
    throw error
  } finally {
    clearInterval(ticking)
  }
}
