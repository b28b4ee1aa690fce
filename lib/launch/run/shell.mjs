/**
 * A SIGTERM to npm ends npm and the shell in between, which does not pass the signal on. A server whose shell is gone
 * has thus been told to stop, and must not keep the port.
 */
export function stopWithTheShell() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 1000)
  watch.unref()
}
