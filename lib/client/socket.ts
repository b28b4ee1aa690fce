import type { StepHints } from '@/lib/protocol/desk'
import type { Vote } from '@/lib/protocol/poll'
import type { Hand } from '@/lib/protocol/presence'
import { type Receipt, wholeReceipt } from '@/lib/protocol/receipt'
import type { Reply } from '@/lib/protocol/replies'
import type { SolutionLine } from '@/lib/protocol/solution'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { AnswerOf } from '@/lib/protocol/wire/contract'
import { type DeskContract, deskContract } from '@/lib/protocol/wire/desk'
import { watchVisibility } from './attention'
import { Connection, type ConnectionEvents, type NewsHandlers } from './connection'
import type { WaitingAnswer } from './store'

/** Without an acknowledgement for this long, an answer is sent again. */
const ackWithin = 3000

export interface DeskEvents extends ConnectionEvents, NewsHandlers<DeskContract> {}

export interface DeskLink {
  /** The desk as the server has it; null where that came to nothing, and `connected` or `ended` follows. */
  enter(): Promise<({ ok: true } & AnswerOf<DeskContract, 'enter'>) | null>
  submit(answer: WaitingAnswer): Promise<Reply<Receipt> | null>
  working(address: StepAddress): void
  hint(address: StepAddress): Promise<Reply<{ hints: StepHints }> | null>
  hand(up: boolean): Promise<Reply<Hand> | null>
  vote(vote: Vote): Promise<Reply<object> | null>
  solution(address: StepAddress): Promise<Reply<{ lines: SolutionLine[] }> | null>
  close(): void
}

/** The live connection of one desk; `origin` of the server, nothing for the page's own. */
export function connectDesk(classId: string, events: DeskEvents, origin = ''): DeskLink {
  const connection: Connection<DeskContract> = new Connection(
    deskContract,
    { class: classId, origin },
    {
      ...events,
      connected() {
        watching.tell()
        events.connected()
      },
    },
    events,
  )
  const watching = watchVisibility(visible => void connection.ask('attend', { visible }))
  return {
    enter: () => connection.enter(),
    async submit({ id, version, step, cells }) {
      const answer = { id, version, step, cells: [...cells] }
      const reply = await connection.ask('submit', answer, ackWithin)
      return reply?.ok ? { ok: true, ...wholeReceipt(reply, cells) } : reply
    },
    working: address => void connection.ask('working', address),
    hint: address => connection.ask('hint', address),
    hand: up => connection.ask('hand', { up }),
    vote: vote => connection.ask('vote', vote),
    solution: address => connection.ask('solution', address),
    close() {
      watching.stop()
      connection.close()
    },
  }
}
