import type { Namespace } from 'socket.io'
import type { WorkerPool } from '../../workers/pool'
import type { Ledger } from './ledger'
import type { Rooms } from './rooms'
import type { Shelf } from './shelf'

/** What the listeners of desk, board, projector and door work with. */
export interface Live {
  readonly rooms: Rooms
  readonly shelf: Shelf
  readonly pool: WorkerPool
  readonly ledger: Ledger
  readonly io: Namespace['server']
}
