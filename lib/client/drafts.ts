import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf, stepKey } from '@/lib/protocol/step-key'
import type { Store } from './store'
import type { TabChannel } from './tabs'

/**
 * Typed text, kept with every keystroke. Each write is begun at once, so that a page may be left right after a keystroke; the
 * store keeps their order. Other tabs of the same student see the text at once.
 */
export class Drafts {
  private texts = new Map<string, readonly string[]>()

  constructor(
    private readonly student: string,
    private readonly store: Store,
    private readonly tabs: TabChannel,
    private readonly changed: () => void,
  ) {}

  get all(): ReadonlyMap<string, readonly string[]> {
    return this.texts
  }

  async load(): Promise<void> {
    for (const draft of await this.store.drafts(this.student)) {
      const key = keyOf(draft)
      // Text that was typed while this was loading is newer.
      if (!this.texts.has(key)) this.texts = new Map(this.texts).set(key, draft.cells)
    }
    this.changed()
  }

  /** Takes over what was typed under another entry of the same person; text of this entry is newer. */
  async takeOver(student: string): Promise<void> {
    for (const draft of await this.store.drafts(student)) {
      if (!this.texts.has(keyOf(draft))) {
        this.type(draft, draft.cells)
      }
      await this.store.removeDraft(draft)
    }
  }

  type({ version, step }: StepAddress, cells: readonly string[]): void {
    this.set({ version, step }, cells)
    this.tabs.send({ kind: 'draft', version, step, cells })
    void this.store.putDraft({ student: this.student, version, step, cells })
  }

  /** Drops a text that equals the acknowledged answer, which the server has. */
  drop({ version, step }: StepAddress): void {
    if (!this.texts.has(stepKey(version, step))) return
    this.set({ version, step }, null)
    this.tabs.send({ kind: 'draft', version, step, cells: null })
    void this.store.removeDraft({ student: this.student, version, step })
  }

  /** Another tab typed or dropped this text and has stored that. */
  heard(on: StepAddress, cells: readonly string[] | null): void {
    this.set(on, cells)
  }

  private set(on: StepAddress, cells: readonly string[] | null): void {
    const texts = new Map(this.texts)
    if (cells) texts.set(keyOf(on), cells)
    else texts.delete(keyOf(on))
    this.texts = texts
    this.changed()
  }
}
