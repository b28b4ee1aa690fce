import type { WorkerPool } from '../../workers/pool'
import type { Ledger } from './ledger'
import type { Rooms } from './rooms'
import type { Views } from './views'

/** What the listeners of desk, board, projector and door work with. */
export interface Live {
  readonly rooms: Rooms
  readonly views: Views
  readonly pool: WorkerPool
  readonly ledger: Ledger
}
