import type { BodyOf } from '@/lib/protocol/wire/contract'
import type { DeskContract } from '@/lib/protocol/wire/desk'
import type { PlainNews } from '../wire/tell'

/** A student's open page. Several of one student are one person here. */
export interface DeskLink {
  tell<Name extends PlainNews<DeskContract>>(name: Name, body: BodyOf<DeskContract, Name>): void
}
