import type { Stored } from '@/lib/simulator/demo'

/** Milliseconds of a clock that all processes of this machine share, finer than a millisecond. */
export function now(): number {
  return performance.timeOrigin + performance.now()
}

/** Where a class is and how to get in. */
export interface ClassAt {
  readonly origin: string
  readonly classId: string
  readonly code: string
}

/** What the conductor asks of a process of students. */
export type ToStudents =
  | {
      readonly do: 'join'
      readonly at: ClassAt
      readonly exercises: readonly Stored[]
      readonly from: number
      readonly to: number
    }
  | {
      readonly do: 'load'
      readonly begins: number
      readonly seconds: number
      readonly each: number
      readonly typing: boolean
    }
  | { readonly do: 'burst'; readonly begins: number }
  | { readonly do: 'leave' }

/** One answer that was acknowledged. */
export interface Sample {
  /** `student version step attempt`, under which a board shows it; null where it was not counted. */
  readonly place: string | null
  readonly sent: number
  readonly acknowledged: number
}

export interface FromStudents {
  readonly samples: readonly Sample[]
  /** Scheduled answers that were not acknowledged. */
  readonly missing: number
  readonly traffic: Traffic
  /** Milliseconds from the first join to the last arrival. */
  readonly joining: number
}

/** What a process of boards is asked, and what it tells. */
export type ToBoards =
  | {
      readonly do: 'open'
      readonly at: ClassAt
      readonly cookies: readonly (readonly [string, string])[]
      readonly boards: number
    }
  | { readonly do: 'forget' }
  | { readonly do: 'tell' }

export interface FromBoards {
  /** For each board, when each place was first shown. */
  readonly shown: readonly (readonly (readonly [place: string, at: number])[])[]
  readonly traffic: Traffic
  /** Milliseconds that each board took from the handshake to its snapshot. */
  readonly opening: readonly number[]
}

/** Messages that came in from the server, and their bytes as frames. */
export interface Traffic {
  messages: number
  bytes: number
}
