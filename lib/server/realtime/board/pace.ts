import { entryOf, placesOf } from '@/lib/classroom/commands'
import { noSuchStep, notWorkedOn } from '@/lib/classroom/desk-refusals'
import type { LogEntry } from '@/lib/classroom/log'
import { refused } from '@/lib/classroom/refusal'
import { message } from '@/lib/words/message'
import { sectionOutlines, titleInList } from '../../lesson/read'
import { classBusy } from '../room/busy'
import type { Handler } from '../room/command'
import { classLane } from '../room/room'

/** A teacher changes the pace of the class. */
export const pace: Handler<'pace'> = {
  lanes: () => [classLane],
  crowded: classBusy,
  async decide(room, { command }) {
    for (const { version, step } of placesOf(command)) {
      if (!room.exercise(version)) return notWorkedOn
      if (step !== null && !room.hasStep({ version, step })) return noSuchStep
      const asked = step !== null && room.stepAt({ version, step })?.question
      if (command.do === 'reveal' && asked && asked.pick === 'words') {
        return refused('closed', message('questions.no-solution'))
      }
    }
    const entry = command.do === 'section' ? sectionEntry(command.slug) : entryOf(command, Date.now())
    if (entry === null) return refused('not-found', message('board.no-such-section'))
    return {
      ok: true,
      answer: {},
      log: [entry],
      // [G5] What follows from an answer to a step that was revealed does so no more.
      regrade: entry.type === 'revealed' ? [...room.state.students.keys()] : [],
    }
  },
}

/** Null where the lesson has no such section. */
function sectionEntry(slug: string | null): LogEntry | null {
  if (slug === null) return { type: 'section-run', data: { section: null } }
  const found = sectionOutlines().find(section => section.slug === slug)
  return found ? { type: 'section-run', data: { section: { slug, title: titleInList(found) } } } : null
}
