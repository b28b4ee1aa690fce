/**
 * Milliseconds that some work takes: by the clock or by the processor time of this process, whichever is less. The clock
 * counts what else the machine does, the processor time counts the compiler's threads; work that only computes takes no
 * longer than either on a machine of its own.
 */
export function stopwatch(): () => number {
  const [cpu, clock] = [process.cpuUsage(), performance.now()]
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return Math.min(performance.now() - clock, (user + system) / 1000)
  }
}
