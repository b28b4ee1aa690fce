import { rationals } from '../rational'
import type { Atom, Element, Monomial, Sum } from './element'
import { unit } from './element'
import { elementKey, sumKey } from './key'

type Unnumbered<A> = A extends unknown ? Omit<A, 'index'> : never

/** The atoms of one exercise or one cell. Only elements of one table may meet. It grows with every new atom. */
export class AtomTable {
  private readonly atoms = new Map<string, Atom>()

  get size(): number {
    return this.atoms.size
  }

  private intern(key: string, atom: Unnumbered<Atom>): Atom {
    const known = this.atoms.get(key)
    if (known) return known
    const fresh = { ...atom, index: this.atoms.size } as Atom
    this.atoms.set(key, fresh)
    return fresh
  }

  symbol(name: string): Atom {
    return this.intern(`s${name}`, { kind: 'symbol', name })
  }

  gate(name: string): Atom {
    return this.intern(`g${name}`, { kind: 'gate', name })
  }

  prime(of: bigint): Atom {
    return this.intern(`p${of}`, { kind: 'prime', of })
  }

  surd(of: Sum): Atom {
    return this.intern(`q${sumKey(of)}`, { kind: 'surd', of })
  }

  exponential(of: Element): Atom {
    return this.intern(`e${elementKey(of)}`, { kind: 'exponential', of })
  }

  primeLog(of: bigint): Atom {
    return this.intern(`n${of}`, { kind: 'primeLog', of })
  }

  log(of: Sum): Atom {
    return this.intern(`l${sumKey(of)}`, { kind: 'log', of })
  }
}

/** An atom as a monomial. */
export function monomialOf(atom: Atom, power = rationals.one): Monomial {
  return power.n === 0n ? unit : [{ atom, power }]
}
