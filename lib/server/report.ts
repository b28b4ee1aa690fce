/**
 * One entry of the server's log: what went wrong, in words, and the error with its stack where there is one. Nothing that
 * people type belongs in it. A value that is no `Error` is not printed: nobody knows what it holds.
 */
export function report(what: string, error?: unknown): void {
  console.error(error === undefined ? what : `${what}: ${worded(error)}`)
}

function worded(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : 'not an error'
}

/** What a command says to whoever started it. */
export function print(line: string): void {
  console.log(line)
}
