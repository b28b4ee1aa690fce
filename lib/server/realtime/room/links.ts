import type { ClassEvent } from '@/lib/classroom/events'
import type { StepKey } from '@/lib/protocol/step-key'
import type { DeskLink } from '../desk/desk-link'
import { Attention } from './attention'
import { Timers } from './timers'

/** How long a mark of typing stands, and how long a reload may take before somebody counts as gone. */
const workingMs = 20_000
const goneAfterMs = 3000

/** The open pages of a class's students, and what they say of who is here and who types. Nothing of it is durable. */
export class Links {
  private readonly pages = new Map<string, Set<DeskLink>>()
  private readonly attention = new Attention()
  private readonly timers = new Timers()

  constructor(private readonly apply: (event: ClassEvent) => void) {}

  get empty(): boolean {
    return this.pages.size === 0
  }

  /** Ids of the students who have a page open. */
  students(): string[] {
    return [...this.pages.keys()]
  }

  of(student: string): ReadonlySet<DeskLink> {
    return this.pages.get(student) ?? new Set()
  }

  all(): DeskLink[] {
    return [...this.pages.values()].flatMap(links => [...links])
  }

  enter(student: string, link: DeskLink): void {
    this.pages.set(student, (this.pages.get(student) ?? new Set()).add(link))
    this.timers.clear(`gone ${student}`)
    this.notePresence(student)
  }

  leave(student: string, link: DeskLink): void {
    const links = this.pages.get(student)
    if (!links?.delete(link)) return
    if (links.size > 0) {
      this.notePresence(student)
      return
    }
    this.pages.delete(student)
    this.timers.start(`gone ${student}`, goneAfterMs, () =>
      this.apply({ type: 'presence', student, presence: 'gone' }),
    )
  }

  /** A page came into sight, or went out of it. */
  attend(student: string, link: DeskLink, visible: boolean): void {
    this.attention.note(link, visible)
    this.notePresence(student)
  }

  /** Somebody types at a step, until an answer comes or nothing more is typed for a while. */
  typing(student: string, step: StepKey): void {
    this.apply({ type: 'working', student, step })
    this.timers.start(`working ${student}`, workingMs, () =>
      this.apply({ type: 'working', student, step: null }),
    )
  }

  stop(): void {
    this.timers.stop()
  }

  private notePresence(student: string): void {
    const presence = this.attention.of(this.of(student))
    if (presence !== 'gone') this.apply({ type: 'presence', student, presence })
  }
}
