/** Values by name, at most `most` of them: where one more is kept, the one that was set longest ago goes. */
export class Bounded<T> {
  private readonly values = new Map<string, T>()

  constructor(private readonly most: number) {}

  has(name: string): boolean {
    return this.values.has(name)
  }

  get(name: string): T | undefined {
    return this.values.get(name)
  }

  /** The latest from now on, also where the name was there before. */
  set(name: string, value: T): void {
    this.values.delete(name)
    this.values.set(name, value)
    const [oldest] = this.values.keys()
    if (this.values.size > this.most && oldest !== undefined) this.values.delete(oldest)
  }

  /** Takes this value away, unless the name has another one by now. */
  drop(name: string, value: T): void {
    if (this.values.get(name) === value) this.values.delete(name)
  }
}

/** Sets what is being made, for all who ask meanwhile. What fails is dropped, so that it is made anew when asked again. */
export function keepMade<T>(made: Bounded<Promise<T>>, name: string, making: Promise<T>): Promise<T> {
  made.set(name, making)
  making.catch(() => made.drop(name, making))
  return making
}
