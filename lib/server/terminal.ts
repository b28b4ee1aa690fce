/**
 * Lets the server outlive its terminal: what it prints is lost once nobody reads it (a closed window, a log's pipe whose
 * reader has ended), and classes go on. Without a listener each failed write is an exception that nobody catches; Next
 * reports that by writing, which fails again, and so on for ever.
 */
export function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
