import type { PeopleCommand } from '@/lib/protocol/people'
import { type Reply, refuse } from '@/lib/protocol/replies'
import { boardContract } from '@/lib/protocol/wire/board'
import { Connection } from './connection'

const within = 15_000
const away = 'The server cannot be reached right now. Nothing was changed.'

/** One command to the room of a class, from a page that shows no board of it. */
export function commandClass(classId: string, command: PeopleCommand): Promise<Reply<object>> {
  return new Promise(resolve => {
    const done = (reply: Reply<object>) => {
      connection.close()
      resolve(reply)
    }
    const connection = new Connection(
      boardContract,
      { class: classId, comesBack: false },
      {
        connected: async () =>
          done((await connection.ask('people', command, within)) ?? refuse('failed', away)),
        lost() {},
        ended: done,
        unreadable() {},
      },
      { delta() {} },
    )
  })
}
