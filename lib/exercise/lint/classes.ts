import type { AtomField, Scalar } from '@/lib/exact/atoms'
import { unlessUndecided } from '@/lib/exact/budget'

/** Sorts lists of numbers into classes of equal ones: by certified digits first, then by proof. */
export class Classes {
  private readonly hashed = new Map<string, number[]>()
  private readonly unhashed: number[] = []
  private readonly members: (readonly Scalar[])[] = []

  constructor(private readonly field: AtomField) {}

  /**
   * The number of the class, a new one where nothing equal came before. Where nothing decides, two lists count as
   * different.
   */
  of(cells: readonly Scalar[]): number {
    const prints = cells.map(this.field.fingerprint)
    const print = prints.includes(null) ? null : prints.join()
    const near = print === null ? this.members.keys() : [...(this.hashed.get(print) ?? []), ...this.unhashed]
    for (const number of near) {
      const member = this.members[number]
      if (member !== undefined && this.same(member, cells)) return number
    }
    const number = this.members.push(cells) - 1
    if (print === null) this.unhashed.push(number)
    else this.hashed.set(print, [...(this.hashed.get(print) ?? []), number])
    return number
  }

  private same(a: readonly Scalar[], b: readonly Scalar[]): boolean {
    return (
      a.length === b.length &&
      a.every((entry, at) => {
        const other = b[at]
        return other !== undefined && unlessUndecided(() => this.field.equals(entry, other)) === true
      })
    )
  }
}
