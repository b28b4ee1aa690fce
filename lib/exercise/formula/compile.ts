import { type Shape, sameShape } from '@/lib/exact/tensor'
import type { FormulaExpr, FormulaOperator } from '@/lib/language/answer/formula-expr'
import { refuseShape } from '@/lib/language/limits'
import type { Expr, ExprItem, Op, Settings } from '@/lib/network'
import {
  add,
  divide,
  matmul,
  multiply,
  negate,
  opsByName,
  power,
  reshape,
  subtract,
  transpose,
} from '@/lib/network/ops'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/** A typed formula as an expression of the network's own ops; a gradient is a node called `dL/dC` in it. */
export type Compiled =
  | { readonly ok: true; readonly expr: Expr; readonly shape: Shape }
  | {
      readonly ok: false
      /** A sentence that names the shapes of what was typed. */
      readonly message: Message
    }

interface Part {
  readonly root: number
  readonly shape: Shape
  /** The vector that was transposed. A part remembers it because NumPy has no transpose of a vector. */
  readonly upright?: Part
}

/** Why shapes do not go together. */
interface Misfit {
  readonly message: Message
}

function isMisfit(part: Part | Misfit): part is Misfit {
  return 'message' in part
}

/**
 * Puts a formula together out of ops and checks its shapes. NumPy's rules hold, except that a vector is a column and
 * its transpose a row: `G @ x.T` of two vectors is their outer product. `shapes` are those of nodes and of gradients,
 * by `dL/dC`.
 */
export function compileFormula(formula: FormulaExpr, shapes: ReadonlyMap<string, Shape>): Compiled {
  const compiler = new Compiler(shapes)
  const whole = compiler.part(formula)
  return isMisfit(whole) ? { ok: false, ...whole } : { ok: true, expr: compiler.items, shape: whole.shape }
}

class Compiler {
  readonly items: ExprItem[] = []

  constructor(private readonly shapes: ReadonlyMap<string, Shape>) {}

  /** Pushes what it needs; the part itself is always the last item. The reader bounds how deep a formula goes. */
  part(formula: FormulaExpr): Part | Misfit {
    const { at } = formula
    const place = { line: 1, column: at + 1 }
    switch (formula.kind) {
      case 'number':
        return this.push({ kind: 'number', value: formula.value, text: formula.text, shape: [], place })
      case 'node':
      case 'gradient': {
        const name = formula.kind === 'node' ? formula.name : `dL/d${formula.name}`
        return this.push({ kind: 'node', name, shape: this.shapes.get(name) ?? [], place })
      }
      case 'negation':
        return this.apply(negate, [this.part(formula.of)], [], at)
      case 'transpose':
        return this.transposed(this.part(formula.of), at)
      case 'operation':
        return this.operation(formula)
      case 'call': {
        const [of, axis] = formula.args
        const op = opsByName.get(formula.name)
        if (of === undefined || op === undefined) {
          return { message: message('formulas.unknown-function', { name: formula.name }) }
        }
        const settings = axis?.kind === 'number' ? [Number(axis.text)] : []
        return this.apply(op, [this.part(of)], settings, at)
      }
    }
  }

  private operation({
    operator,
    left,
    right,
    at,
  }: Extract<FormulaExpr, { kind: 'operation' }>): Part | Misfit {
    const a = this.part(left)
    if (operator === '^') return this.apply(power, [a], [exponentOf(right)], at)
    const b = this.part(right)
    if (isMisfit(a)) return a
    if (isMisfit(b)) return b
    const matrices = a.shape.length > 0 && b.shape.length > 0
    if (operator === '@' || (operator === 'juxtaposed' && matrices)) return this.product(a, b, at)
    return this.apply(entrywise[operator], [a, b], [], at)
  }

  private transposed(of: Part | Misfit, at: number): Part | Misfit {
    if (isMisfit(of) || of.shape.length !== 1) return this.apply(transpose, [of], [], at)
    const row = this.apply(reshape, [of], [1, of.shape[0] ?? 1], at)
    return isMisfit(row) ? row : { ...row, upright: of }
  }

  private product(a: Part, b: Part, at: number): Part | Misfit {
    const left = a.upright ?? a
    const outer = b.upright !== undefined && left.shape.length === 1
    if (!outer) return this.apply(matmul, [left, b], [], at)
    return this.apply(matmul, [this.apply(reshape, [left], [left.shape[0] ?? 1, 1], at), b], [], at)
  }

  private apply(op: Op, inputs: readonly (Part | Misfit)[], settings: Settings, at: number): Part | Misfit {
    const parts: Part[] = []
    for (const input of inputs) {
      if (isMisfit(input)) return input
      parts.push(input)
    }
    const shapes = parts.map(({ shape }) => shape)
    const rule = op.shape(shapes, settings)
    if (!rule.ok) return { message: op === matmul ? doesNotMultiply(shapes) : clause(rule.reason) }
    const tooLarge = refuseShape(rule.shape)
    if (tooLarge !== null) return { message: clause(tooLarge) }
    const roots = parts.map(({ root }) => root)
    const place = { line: 1, column: at + 1 }
    return this.push({ kind: 'apply', op, inputs: roots, settings, shape: rule.shape, place })
  }

  private push(item: ExprItem): Part {
    this.items.push(item)
    return { root: this.items.length - 1, shape: item.shape }
  }
}

const entrywise: Record<Exclude<FormulaOperator, '@' | '^'>, Op> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  juxtaposed: multiply,
}

function exponentOf(right: FormulaExpr): number {
  if (right.kind === 'negation') return -exponentOf(right.of)
  return right.kind === 'number' ? Number(right.value.n) : 0
}

/** `4x2 times 2x3 multiplies; 2x3 times 4x2 does not.` */
function doesNotMultiply([left = [], right = []]: readonly Shape[]): Message {
  if (left.length === 0 || right.length === 0) return message('formulas.scalar-in-product')
  if (!sameShape(left, right) && matmul.shape([right, left], []).ok) {
    return message('formulas.turned-round', { left, right })
  }
  return message('formulas.no-product', {
    left,
    right,
    inner: [left.at(-1) ?? 1, right.at(-2) ?? right.at(-1) ?? 1],
  })
}

/** A reason that goes on from somewhere, as a sentence of its own. */
function clause(reason: Message): Message {
  return message('formulas.clause', { reason })
}

/**
 * Whether a formula of one shape may stand for a quantity of another. Axes of length 1 do not matter where one of the
 * two is a vector or a number.
 */
export function standsFor(typed: Shape, asked: Shape): boolean {
  const long = (shape: Shape): string => shape.filter(length => length !== 1).join()
  if (typed.join() === asked.join()) return true
  return Math.min(typed.length, asked.length) <= 1 && long(typed) === long(asked)
}
