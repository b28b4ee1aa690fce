import type { BodyOf } from '@/lib/protocol/wire/contract'
import type { DeskContract } from '@/lib/protocol/wire/desk'
import type { PlainNews } from '../wire/tell'

/** An open page of a student, who may have several. */
export interface DeskLink {
  /** Tells the pages of one student apart. */
  readonly id: string
  tell<Name extends PlainNews<DeskContract>>(name: Name, body: BodyOf<DeskContract, Name>): void
}
