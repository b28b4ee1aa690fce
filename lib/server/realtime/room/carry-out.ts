import type { OrRefused } from '@/lib/classroom/refusal'
import { sentenceOf } from '@/lib/words/sentence'
import { tellDesk, tellTalk } from '../desk/desk-news'
import { regradeAll } from '../desk/regrade'
import { renewDoor } from '../door/renew'
import { cutDesks, endClass, endDesks, tellWaiting } from '../wire/ended'
import type { AnswerTo, CommandName, Handler, News, Ordered, Outcome } from './command'
import { handlers } from './handlers'
import type { Live } from './live'
import type { Room } from './room'

/** Runs a command in its turn: decided, committed, applied to the room, told; in this order, and nowhere else. */
export async function carryOut<Name extends CommandName>(
  room: Room,
  ordered: Ordered<Name>,
  live: Live,
): Promise<OrRefused<AnswerTo<Name>>> {
  const handler: Handler<Name> = handlers[ordered.name]
  const done = inTurns(room, handler.lanes(ordered), async (): Promise<OrRefused<AnswerTo<Name>>> => {
    const outcome = await handler.decide(room, ordered, live)
    if (!outcome.ok) return outcome
    await record(room, ordered.who, outcome, live)
    for (const news of outcome.tell ?? []) await tell(room, news, ordered.page, live)
    for (const student of outcome.regrade ?? []) regradeAll(room, student, live)
    return { ok: true, ...outcome.answer }
  })
  return (await done) ?? handler.crowded
}

/** Waits for all of these turns, one inside the other; null where too much waits for one of them. */
async function inTurns<T>(
  room: Room,
  [lane, ...rest]: readonly string[],
  work: () => Promise<T>,
): Promise<T | null> {
  if (lane === undefined) return work()
  return room.lanes.run(lane, () => inTurns(room, rest, work))
}

async function record(
  room: Room,
  who: string,
  { log = [], exercises, merged, events = [] }: Outcome,
  { ledger }: Live,
): Promise<void> {
  for (const entry of log) {
    const logged = await ledger.log({ classId: room.record.id, who, entry, at: Date.now() })
    room.apply({ type: 'logged', entry: logged })
  }
  if (exercises) room.changeExercises(exercises)
  if (merged) room.mergeEntries(merged.kept, merged.other)
  for (const event of events) room.apply(event)
}

/** Pages of the student who asked are told too, but not the `asking` one: it gets an answer. */
async function tell(room: Room, news: News, asking: string | null, { io, rooms }: Live): Promise<void> {
  const others = (student: string) => [...room.links.of(student)].filter(({ id }) => id !== asking)
  switch (news.tell) {
    case 'talk':
      return tellTalk(room, news.to)
    case 'hints':
      for (const link of others(news.to)) link.tell('hints', news.hints)
      return
    case 'hand':
      for (const link of others(news.to)) link.tell('hand', { up: news.up })
      return
    case 'desk':
      if (room.links.of(news.to).size === 0) return
      // Where the exercise cannot be prepared right now, the desk is as it was, and gets itself anew with the next change.
      return tellDesk(room, news.to).catch(() => {})
    case 'ended':
      return endDesks(io, room, news.to, news.message)
    case 'cut':
      return cutDesks(io, room, news.to)
    case 'waited':
      return tellWaiting(io, room, news.to, {
        at: news.message === null ? 'in' : 'refused',
        message: news.message === null ? '' : sentenceOf(news.message),
      })
    case 'door':
      return renewDoor(room)
    case 'over':
      rooms.forget(room.record.id)
      // Whoever asked hears first that it is done.
      setImmediate(() => {
        endClass(io, room, news.message)
        room.close()
      })
  }
}
