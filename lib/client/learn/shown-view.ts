import { emptyLearnView, type LearnView } from './view'

/** What the page shows now, and who is told when that changes. */
export class ShownView {
  private current: LearnView = emptyLearnView
  private readonly listeners = new Set<() => void>()

  readonly view = (): LearnView => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  show(change: Partial<LearnView>): void {
    this.current = { ...this.current, ...change }
    for (const listener of this.listeners) listener()
  }

  showDesk(change: Partial<LearnView['desk']>): void {
    this.show({ desk: { ...this.current.desk, ...change } })
  }
}
