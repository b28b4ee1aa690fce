import type { AtomField, Scalar } from '../atoms'
import type { Bounds } from './bounds'

/** How a lazy number comes from others: what an exact field does to their exact values. `given` ones have these from the start. */
export type Recipe =
  | ('add' | 'sub' | 'mul' | 'div')
  | ('neg' | 'exp' | 'log' | 'sqrt' | 'sin' | 'cos' | 'erf')
  | ('pi' | 'settled' | 'given')

/**
 * A number that is known by bounds in floating point and by how it was computed. Its exact value is worked out only where
 * somebody needs it (`Exactly`): nearly all wrong answers differ from what they are compared with in their first digits.
 * (Lazy exact arithmetic: S. Pion and A. Fabri, A generic lazy evaluation scheme for exact geometric computations, Science of
 * Computer Programming 76, 2011.)
 */
export class Lazy implements Bounds {
  constructor(
    readonly lo: number,
    readonly hi: number,
    /** What makes it of `a`, `b` and `among`. */
    readonly from: Recipe,
    readonly a: Lazy | null,
    readonly b: Lazy | null,
    readonly among: readonly Lazy[] | null,
    /** Null where it is not there yet. */
    readonly exact: Scalar | null,
  ) {}
}

/** What a number is computed from. */
export function partsOf({ a, b, among }: Lazy): readonly Lazy[] {
  if (a === null) return []
  if (b !== null) return [a, b]
  return among === null ? [a] : [a, ...among]
}

/** Exact values of lazy numbers over one exact field, each worked out once. */
export class Exactly {
  private readonly known = new Map<Lazy, Scalar>()

  constructor(readonly field: AtomField) {}

  /** Unwinds as the field does. Without recursion, because sums of many terms make long chains. */
  readonly of = (wanted: Lazy): Scalar => {
    const open = [wanted]
    for (let one = open.at(-1); one !== undefined; one = open.at(-1)) {
      const size = open.length
      if (this.value(one) === undefined) {
        for (const part of partsOf(one)) if (this.value(part) === undefined) open.push(part)
      }
      if (open.length > size) continue
      open.pop()
      if (this.value(one) === undefined) this.known.set(one, this.computed(one))
    }
    return this.made(wanted)
  }

  private value(one: Lazy): Scalar | undefined {
    return one.exact ?? this.known.get(one)
  }

  private made(one: Lazy | null): Scalar {
    const value = one === null ? undefined : this.value(one)
    if (value === undefined) throw new RangeError('a lazy number without what it is made of')
    return value
  }

  private computed({ from, a, b, among }: Lazy): Scalar {
    const { field } = this
    switch (from) {
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
        return field[from](this.made(a), this.made(b))
      case 'pi':
        return field.pi()
      case 'settled': {
        const value = this.made(a)
        const others = (among ?? []).map(other => this.made(other))
        return field.settled?.([value], others)[0] ?? value
      }
      case 'given':
        throw new RangeError('a given number without its exact value')
      default:
        return field[from](this.made(a))
    }
  }
}
