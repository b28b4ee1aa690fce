/** A stretch of time in which the class was at work; Unix milliseconds. */
interface Session {
  readonly from: number
  readonly to: number
}

/** The least length of a session on the time line, for sessions in which only one thing happened. */
const shortestMs = 30_000

/**
 * The time line: sessions one after the other, without the time between them. Places on it are milliseconds from its
 * start.
 */
export class ClassTime {
  readonly sessions: readonly (Session & { readonly start: number; readonly end: number })[]
  readonly length: number

  constructor(sessions: readonly Session[]) {
    let end = 0
    this.sessions = sessions.map(({ from, to }) => {
      const start = end
      // One millisecond more, so that the end of a session is not the beginning of the next.
      end += Math.max(shortestMs, to - from + 1)
      return { from, to, start, end }
    })
    this.length = end
  }

  /** The moment at a place of the time line. */
  at(place: number): number {
    const session = this.sessions.find(({ end }) => place < end) ?? this.sessions.at(-1)
    return session ? Math.min(session.to, session.from + Math.max(0, place - session.start)) : 0
  }

  /** The place of a moment; a moment between two sessions is placed where the later one begins. */
  placeOf(at: number): number {
    const session = this.sessions.find(({ to }) => at <= to)
    return session ? session.start + Math.max(0, at - session.from) : this.length
  }

  /** The session at a place, counted from 0. */
  sessionAt(place: number): number {
    const found = this.sessions.findIndex(({ end }) => place < end)
    return found < 0 ? this.sessions.length - 1 : found
  }
}
