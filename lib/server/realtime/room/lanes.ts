/**
 * Work with one key runs one after the other, in the order in which it came; different keys do not wait for each
 * other.
 */
export class Lanes {
  private readonly lanes = new Map<string, { tail: Promise<unknown>; waiting: number }>()

  constructor(private readonly most: number) {}

  /** Null where too much is waiting for this key already. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> | null {
    const lane = this.lanes.get(key) ?? { tail: Promise.resolve(), waiting: 0 }
    if (lane.waiting >= this.most) return null
    lane.waiting += 1
    const done = lane.tail.then(work).finally(() => {
      lane.waiting -= 1
      if (lane.waiting === 0) this.lanes.delete(key)
    })
    // The next in the lane runs whatever became of this one; the caller gets the failure.
    lane.tail = done.catch(() => {})
    this.lanes.set(key, lane)
    return done
  }

  get busy(): boolean {
    return this.lanes.size > 0
  }
}
