import { SimulatedBoard } from '@/lib/simulator/board'
import { Browser } from '@/lib/simulator/browser'
import { countInto } from './traffic'
import { type FromBoards, now, type ToBoards } from './wire'

interface Watched {
  readonly board: SimulatedBoard
  readonly shown: Map<string, number>
  /** Attempts that it has shown so far, by student and step. */
  readonly attempts: Map<string, number>
}

/** A process of boards: notes when each answer is first shown. */
export class Boards {
  private readonly boards: Watched[] = []
  private readonly traffic = { messages: 0, bytes: 0 }
  private readonly opening: number[] = []

  async hear(asked: ToBoards): Promise<FromBoards> {
    if (asked.do === 'open') await this.open(asked)
    if (asked.do === 'forget') {
      Object.assign(this.traffic, { messages: 0, bytes: 0 })
      for (const { shown } of this.boards) shown.clear()
    }
    const { traffic, opening } = this
    const shown = asked.do === 'tell' ? this.boards.map(({ shown }) => [...shown]) : []
    return { shown, traffic, opening }
  }

  private async open({ at, cookies, boards }: Extract<ToBoards, { do: 'open' }>): Promise<void> {
    for (let nth = 0; nth < boards; nth += 1) {
      const began = now()
      const shown = new Map<string, number>()
      const attempts = new Map<string, number>()
      const browser = new Browser(at.origin, {}, cookies)
      const board = new SimulatedBoard(browser, at.classId, delta => {
        const came = now()
        for (const cell of delta.cells) {
          const place = `${cell.student} ${cell.version} ${cell.step}`
          // Conflated answers are shown together.
          for (let nth = (attempts.get(place) ?? 0) + 1; nth <= cell.attempts; nth += 1) {
            shown.set(`${place} ${nth}`, came)
          }
          attempts.set(place, cell.attempts)
        }
      })
      countInto(this.traffic, board.socket)
      await board.arrive()
      for (const [student, cells] of board.state?.cells ?? []) {
        for (const { version, step, attempts: before } of cells.values()) {
          attempts.set(`${student} ${version} ${step}`, before)
        }
      }
      this.opening.push(now() - began)
      this.boards.push({ board, shown, attempts })
    }
  }
}
