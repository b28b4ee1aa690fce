import type { Presence } from '@/lib/classroom/state'
import type { DeskLink } from '../desk/desk-link'

/** Which pages nobody can see right now, as they say themselves. A page that says nothing is taken for seen. */
export class Attention {
  private readonly hidden = new WeakSet<DeskLink>()

  note(link: DeskLink, visible: boolean): void {
    if (visible) this.hidden.delete(link)
    else this.hidden.add(link)
  }

  /** Of the person whose open pages these are: here if one of them can be seen. */
  of(links: ReadonlySet<DeskLink>): Presence {
    if (links.size === 0) return 'gone'
    return [...links].some(link => !this.hidden.has(link)) ? 'here' : 'away'
  }
}
