import { type AtomField, type AtomTable, atomField } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { type CellMeans, type CellRead, readCell } from '@/lib/language/answer/cell'
import { noSymbols, type Vocabulary } from '@/lib/language/answer/vocabulary'

export function isRead<C extends { readonly ok: boolean }>(cell: C): cell is Extract<C, { ok: true }> {
  return cell.ok
}

/** Units of `Budget` for one comparison of a typed value with an exact one. */
const comparisonWork = 400_000
const digits = 4096

/**
 * Units of `Budget` for the explanation of one wrong answer ([G13]): as many for rounding as one goes as for follow-through and
 * as for the catalogue.
 */
const explanationWork = 600_000

export function explanationBudget(): Budget {
  return new Budget({ work: explanationWork, digits })
}

/**
 * Scratch space in which one answer is graded. Typed cells may bring new atoms, which go into a fork of the key's
 * atoms, made when the first one comes. Nothing of one answer is left for the next ([G10]).
 */
export class Scratch {
  private made: AtomTable | null = null
  private readonly means: CellMeans

  constructor(
    private readonly below: () => AtomTable,
    vocabulary: Vocabulary = noSymbols,
  ) {
    this.means = { vocabulary, table: () => this.table }
  }

  get table(): AtomTable {
    this.made ??= this.below().fork()
    return this.made
  }

  field(budget: Budget): AtomField {
    return atomField(budget, this.table)
  }

  /** A field for one comparison, with a budget of its own. */
  comparing(): AtomField {
    return this.field(new Budget({ work: comparisonWork, digits }))
  }

  read(text: string): CellRead {
    return readCell(text, this.means)
  }
}
