import type { DeskSnapshot, StepHints } from '@/lib/protocol/desk'
import type { DeskPacing } from '@/lib/protocol/pacing'
import type { Hand } from '@/lib/protocol/presence'
import type { ClassProgress } from '@/lib/protocol/progress'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { DeskTalk } from '@/lib/protocol/talk'

/** A student's open page. Several of one student are one person here. */
export interface DeskLink {
  sendDesk(desk: DeskSnapshot): void
  sendRecord(record: StepRecord): void
  sendPacing(pacing: DeskPacing): void
  sendHints(hints: StepHints): void
  sendHand(hand: Hand): void
  sendProgress(progress: ClassProgress): void
  sendTalk(talk: DeskTalk): void
}
