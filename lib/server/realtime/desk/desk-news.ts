import type { ClassEvent } from '@/lib/classroom/events'
import { reachOf } from '@/lib/classroom/log'
import type { ClassState } from '@/lib/classroom/state'
import { type StepKey, versionOf } from '@/lib/protocol/step-key'
import { report } from '../../report'
import { Refresh } from '../room/refresh'
import type { Room } from '../room/room'
import type { Watcher } from '../room/watcher'
import { keptBack, namingDeskFor } from './desk-for'
import { deskSnapshot } from './desk-snapshot'

/** Tells the desks of a class what follows from its events for all of them, and where an answer opened something for one. */
export class DeskNews implements Watcher {
  private readonly refresh: Refresh

  constructor(private readonly room: Room) {
    this.refresh = new Refresh(
      () => room.links.students(),
      student => tellDesk(room, student),
    )
  }

  mark(before: ClassState, after: ClassState, event: ClassEvent): void {
    if (event.type === 'exercises-chosen') this.refresh.start()
    if (event.type === 'logged') {
      const reach = reachOf(event.entry)
      if (reach === 'pacing') tellPacing(this.room)
      if (reach === 'desk') this.refresh.start()
    }
    if (event.type === 'answered' || event.type === 'regraded') {
      this.tellOpened(before, after, event).catch(error => report('a desk could not be renewed', error))
    }
  }

  stop(): void {
    this.refresh.stop()
  }

  /** Where an answer opened a part of an exercise that was kept back, the student's pages get the desk anew. */
  private async tellOpened(
    before: ClassState,
    after: ClassState,
    { student, step }: { student: string; step: StepKey },
  ): Promise<void> {
    const version = versionOf(step)
    if ((this.room.exercise(version)?.locks ?? []).length === 0) return
    const [were, are] = await keptBack(this.room, version, student, [before, after])
    if (were !== are) await this.refresh.sendOne(student)
  }
}

/** Sends a student's pages the whole desk. Rejects with `NotPrepared`. */
export async function tellDesk(room: Room, student: string): Promise<void> {
  const desk = await deskSnapshot(room, student)
  if (desk) for (const link of room.links.of(student)) link.tell('desk', desk)
}

/** Tells every desk the class's pace, where nothing else on it changed. */
function tellPacing(room: Room): void {
  for (const student of room.links.students()) {
    tellFromDesk(room, student, 'pacing').catch(error => report('a desk was not told the pace', error))
  }
}

/** Tells the desks of these students what is said to them. */
export function tellTalk(room: Room, students: Iterable<string>): void {
  for (const student of students) {
    if (room.links.of(student).size === 0) continue
    tellFromDesk(room, student, 'talk').catch(error =>
      report('a desk was not told what the teacher says', error),
    )
  }
}

/** A desk is made of the state at the end of making it: of two changes at once, the one that is told last is the later one. */
async function tellFromDesk(room: Room, student: string, what: 'pacing' | 'talk'): Promise<void> {
  const desk = await namingDeskFor(room, student)
  if (!desk) return
  const now = Date.now()
  for (const link of room.links.of(student)) {
    if (what === 'pacing') link.tell('pacing', desk.pacing(now))
    else link.tell('talk', desk.talk(now))
  }
}
