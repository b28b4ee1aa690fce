import { boardContract } from './board'
import { deskContract } from './desk'
import { doorContract } from './door'
import { projectorContract } from './projector'

/** Everything that is said over sockets, by who sits at the other end. */
export const contracts = {
  desk: deskContract,
  board: boardContract,
  projector: projectorContract,
  door: doorContract,
} as const
