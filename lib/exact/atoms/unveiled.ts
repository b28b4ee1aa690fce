import { rational } from '../rational'
import { type Atom, type Element, ofSum, type Power, type Sum, type VeiledBy, zeroElement } from './element'
import type { Fractions } from './fractions'
import type { Functions } from './functions'
import { monomialOf } from './table'

type Other = Exclude<Atom, { kind: 'prime' | 'exponential' }>

/**
 * An element built anew over another table, which holds no veils. What stands behind a veil is worked out once; the work, and
 * an end of it, is that of `fractions`.
 */
export class Unveiled {
  private readonly known = new Map<Atom, Element>()

  constructor(
    private readonly fractions: Fractions,
    private readonly functions: Functions,
  ) {}

  of({ top, bottom }: Element): Element {
    return bottom.reduce((value, { sum, power }) => {
      const below = this.fractions.power(this.ofSum(sum), BigInt(power))
      return this.fractions.mul(value, this.fractions.inverse(below))
    }, this.ofSum(top))
  }

  /** What the atoms that were met are. */
  parts(): Iterable<Element> {
    return this.known.values()
  }

  private ofSum(sum: Sum): Element {
    return sum.reduce<Element>((total, { monomial, coefficient }) => {
      const term = monomial.reduce(
        (value, power) => this.fractions.mul(value, this.ofPower(power)),
        this.fractions.constant(coefficient),
      )
      return this.fractions.add(total, term)
    }, zeroElement)
  }

  private ofPower({ atom, power }: Power): Element {
    const { table } = this.fractions.ring
    switch (atom.kind) {
      case 'prime': {
        const own = this.fractions.ring.fold(monomialOf(table.prime(atom.of), power), rational(1))
        return ofSum(own)
      }
      case 'exponential':
        return this.functions.exp(this.fractions.scale(this.of(atom.of), power))
      default:
        return this.fractions.power(this.ofAtom(atom), power.n)
    }
  }

  private ofAtom(atom: Other): Element {
    const known = this.known.get(atom) ?? this.built(atom)
    this.known.set(atom, known)
    return known
  }

  private function(by: VeiledBy, of: Element): Element {
    return by === 'itself' ? of : this.functions[by](of)
  }

  private built(atom: Other): Element {
    const { table } = this.fractions.ring
    const plain = (own: Atom) => ofSum([{ monomial: monomialOf(own), coefficient: rational(1) }])
    switch (atom.kind) {
      case 'symbol':
        return plain(table.symbol(atom.name))
      case 'gate':
        return plain(table.gate(atom.name))
      case 'primeLog':
        return plain(table.primeLog(atom.of))
      case 'surd':
        return this.functions.sqrt(this.ofSum(atom.of))
      case 'log':
        return this.functions.log(this.ofSum(atom.of))
      case 'pi':
        return plain(table.pi())
      case 'call':
        return this.functions[atom.name](this.of(atom.of))
      case 'veil':
        return this.function(atom.by, this.of(atom.of))
      case 'prime':
        throw new RangeError('a root of a prime has a power of its own')
    }
  }
}
