import type { Socket } from 'socket.io'
import * as z from 'zod/mini'
import type { BodyOf, Contract, Ended, NewsName } from '@/lib/protocol/wire/contract'
import type { Message } from '@/lib/words/argument'
import { sentenceOf } from '@/lib/words/sentence'

/** News that are acknowledged, and those that are not. */
type Acknowledged<C extends Contract, Said extends boolean> = {
  [Name in NewsName<C>]: C['news'][Name]['acknowledged'] extends Said ? Name : never
}[NewsName<C>]
export type PlainNews<C extends Contract> = Acknowledged<C, false>

/** Sends news to one page, parsed as strictly as what comes in: nothing gets out that the contract does not name. */
export function tell<C extends Contract, Name extends PlainNews<C>>(
  socket: Socket,
  contract: C,
  name: Name,
  body: BodyOf<C, Name>,
): void {
  socket.emit(name, checked(contract, name, body))
}

/** The same for news that the page acknowledges: `taken` is called when it does. */
export function tellAndHear<C extends Contract, Name extends Acknowledged<C, true>>(
  socket: Socket,
  contract: C,
  name: Name,
  body: BodyOf<C, Name>,
  taken: () => void,
): void {
  socket.emit(name, checked(contract, name, body), taken)
}

/** Tells a page why it is over, which every contract has a word for, and cuts it. */
export function tellEnded(socket: Socket, why: Message): void {
  const message = sentenceOf(why)
  socket.emit('ended' satisfies keyof Contract['news'], { message } satisfies z.infer<typeof Ended>)
  socket.disconnect()
}

function checked<C extends Contract, Name extends NewsName<C>>(
  contract: C,
  name: Name,
  body: BodyOf<C, Name>,
): unknown {
  const { body: schema }: C['news'][Name] = contract.news[name]
  return z.parse(schema, body)
}
