import { rational } from '@/lib/exact/rational'
import { type Shape, sameShape } from '@/lib/exact/tensor'
import type { FormulaExpr, FormulaOperator } from '@/lib/language/answer/formula-expr'
import { formulaFunctions } from '@/lib/language/answer/formula-functions'
import type { CallForm } from '@/lib/language/calls'
import { refuseShape } from '@/lib/language/limits'
import type { Expr, ExprItem, Op, Settings } from '@/lib/network'
import { below, composed, nameExpr, numberExpr, spellExpr } from '@/lib/network'
import { Builder, type Derived, derived } from '@/lib/network/derived'
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
import { clause, doesNotMultiply } from './misfits'

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

type Of<K extends FormulaExpr['kind']> = Extract<FormulaExpr, { kind: K }>

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

/** Stands for what a slope is taken at, while its formula is put together. */
const point = '\u0000'

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
      case 'call':
        return formula.slope ? this.slope(formula) : this.called(formula)
    }
  }

  private operation(formula: Of<'operation'>): Part | Misfit {
    const { operator, left, right, at } = formula
    const a = this.part(left)
    if (operator === '^') return this.apply(power, [a], [exponentOf(right)], at)
    const b = this.part(right)
    if (isMisfit(a)) return a
    if (isMisfit(b)) return b
    if (operator === '@') return this.product(a, b, at)
    if (operator === 'juxtaposed') return this.juxtaposed(a, b, formula)
    const op = entrywise[operator]
    return op === undefined ? unknown(operator) : this.apply(op, [a, b], [], at)
  }

  /** `A B`: a multiple, entry by entry where both have one shape that does not multiply, else the matrix product. */
  private juxtaposed(a: Part, b: Part, { at, mixed }: Of<'operation'>): Part | Misfit {
    const scalar = a.shape.length === 0 || b.shape.length === 0
    const same = sameShape(a.shape, b.shape)
    const [rows = 1] = a.shape
    // Two vectors are two columns.
    const column = a.shape.length === 1
    if (scalar || (same && (column || !matmul.shape([a.shape, b.shape], []).ok))) {
      return this.apply(multiply, [a, b], [], at)
    }
    if (mixed !== undefined) return { message: mixed }
    if (same && rows > 1) return this.twoProducts(a, b)
    return this.product(a, b, at)
  }

  private twoProducts(a: Part, b: Part): Misfit {
    const [left, right] = [below(this.items, a.root), below(this.items, b.root)]
    const [product, each] = [matmul, multiply].map(op => composed(op, [left, right]))
    if (!left || !right || !product || !each) return { message: message('formulas.two-products') }
    const typed = `${spellExpr(left)} ${spellExpr(right)}`
    return {
      message: message('answer.two-readings', { typed, first: spellExpr(product), second: spellExpr(each) }),
    }
  }

  private called({ name, args, at }: Of<'call'>): Part | Misfit {
    const form = formulaFunctions.get(name) ?? constant
    const op = opsByName.get(name) ?? derived.get(name)
    if (op === undefined) return unknown(name)
    const tensors = Math.min(args.length, form.mostInputs ?? form.inputs)
    const inputs = args.slice(0, tensors).map(arg => this.part(arg))
    for (const text of form.defaults?.slice(tensors - form.inputs) ?? []) inputs.push(this.number(text, at))
    const integers = args.slice(tensors).flatMap(arg => (arg.kind === 'number' ? [Number(arg.text)] : []))
    const settings = form.settings === 'windows' ? integers.flatMap(size => [size, size]) : integers
    return this.apply(op, inputs, settings, at)
  }

  /** `relu'(z)`: what the op's own formula rule makes of a gradient of 1. */
  private slope({ name, args }: Of<'call'>): Part | Misfit {
    const op = opsByName.get(name)
    const [first, ...others] = args
    const none = { message: message('formulas.no-slope', { name }) }
    if (op?.rule?.entrywise !== true || first === undefined || others.length > 0) return none
    const x = this.part(first)
    if (isMisfit(x)) return x
    const standing = formulaFunctions.get(name)?.defaults?.map(text => numberExpr(Number(text))) ?? []
    const inputs = [nameExpr(point, x.shape), ...standing]
    const output = composed(op, inputs)
    const way = { upstream: numberExpr(1), inputs, shape: x.shape, settings: [] }
    const slope = output && op.rule.back?.({ ...way, output }, 0)
    return slope ? this.insert(slope, x) : none
  }

  /** Pushes an expression in which `point` stands for a part that is there already. */
  private insert(expr: Expr, x: Part): Part {
    let last = x
    const placed: number[] = []
    for (const item of expr) {
      const stands = item.kind === 'node' && item.name === point
      if (!stands) {
        const inputs = item.kind === 'apply' ? item.inputs.map(used => placed[used] ?? used) : []
        last = this.push(item.kind === 'apply' ? { ...item, inputs } : item)
      }
      placed.push(stands ? x.root : last.root)
    }
    return last
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

  private apply(
    op: Op | Derived,
    inputs: readonly (Part | Misfit)[],
    settings: Settings,
    at: number,
  ): Part | Misfit {
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
    if (!('build' in op)) {
      return this.push({ kind: 'apply', op, inputs: roots, settings, shape: rule.shape, place })
    }
    op.build(new Builder(this.items, place), roots, settings)
    return { root: this.items.length - 1, shape: rule.shape }
  }

  private number(text: string, at: number): Part {
    const [whole = '0', part = ''] = text.split('.')
    const value = rational(BigInt(whole + part), 10n ** BigInt(part.length))
    return this.push({ kind: 'number', value, text, shape: [], place: { line: 1, column: at + 1 } })
  }

  private push(item: ExprItem): Part {
    this.items.push(item)
    return { root: this.items.length - 1, shape: item.shape }
  }
}

/** A constant such as pi is called without brackets. */
const constant: CallForm = { inputs: 0, settings: { least: 0, most: 0 }, usages: [] }

const entrywise: Partial<Record<FormulaOperator, Op>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '<': opsByName.get('less'),
  '>': opsByName.get('greater'),
  '<=': opsByName.get('less_equal'),
  '>=': opsByName.get('greater_equal'),
  '==': opsByName.get('equal'),
  '!=': opsByName.get('unequal'),
}

function unknown(name: string): Misfit {
  return { message: message('formulas.unknown-function', { name }) }
}

function exponentOf(right: FormulaExpr): number {
  if (right.kind === 'negation') return -exponentOf(right.of)
  return right.kind === 'number' ? Number(right.value.n) : 0
}
