/** A stretch of time in which a class was at work; Unix milliseconds. */
export interface Session {
  readonly from: number
  readonly to: number
}

/** Events further apart than this belong to two sessions. */
export const sessionGapMs = 60 * 60_000

/**
 * The sessions of a class, made of everything that has a time. What follows within the gap belongs to the same
 * session.
 */
export function sessionsOf(signs: Iterable<number>, gapMs = sessionGapMs): Session[] {
  const sessions: { from: number; to: number }[] = []
  for (const at of [...signs].sort((a, b) => a - b)) {
    const last = sessions.at(-1)
    if (last && at - last.to <= gapMs) last.to = at
    else sessions.push({ from: at, to: at })
  }
  return sessions
}

/** Milliseconds of class time between two moments; the time between sessions does not count. */
export function timeWithin(sessions: readonly Session[], from: number, to: number): number {
  return sessions.reduce(
    (sum, session) => sum + Math.max(0, Math.min(to, session.to) - Math.max(from, session.from)),
    0,
  )
}
