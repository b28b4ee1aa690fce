import type { SimulatedDesk } from './desk'
import type { Heard, Life } from './life'

export interface Drive {
  /** How much faster than a person somebody works, at the moment. */
  readonly rate: () => number
  /** How much faster absences pass; as the work, where it is not said. */
  readonly absences?: () => number
  /** Ends the life where it is; answers that were given are still delivered. */
  readonly signal: AbortSignal
}

/** A mark of typing is sent this often, as a page sends it. */
const workingMs = 3000

/** Lives a life at a desk in real time. Resolves at its end, or soon after the signal. */
export async function drive(
  life: Life,
  desk: SimulatedDesk,
  { rate, absences = rate, signal }: Drive,
): Promise<void> {
  const pass = (seconds: number, times = rate()) => sleep((1000 * seconds) / times, signal)
  let told: Heard = null
  for (;;) {
    const next = life.next(told)
    if (next.done || signal.aborted) return
    const act = next.value
    told = null
    switch (act.do) {
      case 'think':
        await pass(act.seconds)
        break
      case 'type': {
        const ends = Date.now() + (1000 * act.seconds) / rate()
        for (let left = ends - Date.now(); left > 0 && !signal.aborted; left = ends - Date.now()) {
          desk.working(act)
          await sleep(Math.min(left, workingMs), signal)
        }
        break
      }
      case 'answer': {
        const reply = await desk.answer(act, act.cells)
        told = reply.ok ? verdictOf(reply.result) : null
        break
      }
      case 'hand':
        desk.hand(act.up)
        break
      case 'away':
        if (act.closes) desk.leave()
        else desk.attend(false)
        await pass(act.seconds, absences())
        if (signal.aborted) return
        if (act.closes) await desk.arrive()
        else desk.attend(true)
        break
    }
  }
}

/** Null where verdicts are held back. */
function verdictOf(result: { readonly verdict: Exclude<Heard, null> } | null): Heard {
  return result?.verdict ?? null
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
  })
}
