import type { Presence } from '@/lib/classroom/state'
import type { DeskLink } from '../desk/desk-link'

/** Which pages cannot be seen right now, as they say themselves. A page that says nothing counts as seen. */
export class Attention {
  private readonly hidden = new WeakSet<DeskLink>()

  note(link: DeskLink, visible: boolean): void {
    if (visible) this.hidden.delete(link)
    else this.hidden.add(link)
  }

  /** The presence of the person with these open pages: here if one of them can be seen. */
  of(links: ReadonlySet<DeskLink>): Presence {
    if (links.size === 0) return 'gone'
    return [...links].some(link => !this.hidden.has(link)) ? 'here' : 'away'
  }
}
