import { rationals } from '../rational'
import {
  type Atom,
  type Called,
  depthOf,
  type Element,
  isVeiled,
  type Monomial,
  ofSum,
  type Sum,
  unit,
  type Veil,
  type VeiledBy,
} from './element'
import { elementKey, sumKey } from './key'

type Unnumbered<A> = A extends unknown ? Omit<A, 'index' | 'veiled' | 'depth'> : never

const plain = { veiled: false, depth: 0 }

/** What is true of an atom that holds this element. */
function within(of: Element): typeof plain {
  return { veiled: isVeiled(of), depth: 1 + depthOf(of) }
}

/**
 * The atoms of one exercise or one cell. It grows with every new atom. Only elements of one table, or of a table and its
 * forks, may meet.
 */
export class AtomTable {
  private readonly atoms = new Map<string, Atom>()
  private forked = false

  constructor(private readonly below: AtomTable | null = null) {}

  /**
   * A table that begins with these atoms and grows by itself. From then on this one does not grow: what was made in it
   * then means the same in every fork, and no fork's numbering depends on what others did.
   */
  fork(): AtomTable {
    this.forked = true
    return new AtomTable(this)
  }

  get size(): number {
    return (this.below?.size ?? 0) + this.atoms.size
  }

  private find(key: string): Atom | undefined {
    return this.atoms.get(key) ?? this.below?.find(key)
  }

  private intern(key: string, atom: Unnumbered<Atom>, { veiled, depth } = plain): Atom {
    const known = this.find(key)
    if (known) return known
    if (this.forked) throw new RangeError('a table that was forked does not grow: work in the fork')
    const fresh = { ...atom, index: this.size, veiled, depth } as Atom
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
    return this.intern(`q${sumKey(of)}`, { kind: 'surd', of }, within(ofSum(of)))
  }

  exponential(of: Element): Atom {
    return this.intern(`e${elementKey(of)}`, { kind: 'exponential', of }, within(of))
  }

  primeLog(of: bigint): Atom {
    return this.intern(`n${of}`, { kind: 'primeLog', of })
  }

  log(of: Sum): Atom {
    return this.intern(`l${sumKey(of)}`, { kind: 'log', of }, within(ofSum(of)))
  }

  pi(): Atom {
    return this.intern('pi', { kind: 'pi' })
  }

  call(name: Called, of: Element): Atom {
    return this.intern(`${name} ${elementKey(of)}`, { kind: 'call', name, of }, within(of))
  }

  veil(by: VeiledBy, of: Element): Veil {
    const atom = this.intern(`v${by}${elementKey(of)}`, { kind: 'veil', by, of }, { veiled: true, depth: 0 })
    return atom as Veil
  }
}

/** An atom as a monomial. */
export function monomialOf(atom: Atom, power = rationals.one): Monomial {
  return power.n === 0n ? unit : [{ atom, power }]
}
