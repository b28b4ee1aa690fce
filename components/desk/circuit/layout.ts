import type { PublicCircuit } from '@/lib/protocol/exercise'
import type { Wire } from './parts'
import { type Rows, rowsOf } from './rows'

/** All lengths are in em of the picture. */
export const cell = { width: 5, height: 2.1 }
const radius = 1.7
const rowHeight = 5.6
/** Level part of a wire, which has room for a cell. */
const level = 6.2
/** Where a wire bends into a gate. */
const bend = 2.6
/** From the line to the middle of a cell or a number above or below it. */
const beside = 1.5
const margin = { top: 2.6, bottom: 3.2, side: 0.6 }

export interface DrawnGate {
  readonly node: string
  readonly sign: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place for a number: a cell of a step, or the value of a leaf, which the file gives. */
export interface Slot {
  /** The step that asks it; null of what is given. */
  readonly step: string | null
  readonly pass: 'value' | 'gradient'
  /** `y`, `w[1]`, `f_1` */
  readonly source: string
  readonly node: string
  readonly index: readonly number[] | null
  /** Its middle. */
  readonly x: number
  readonly y: number
  /** Over how many wires it is a sum; 0 where it is none. */
  readonly sumOf: number
}

export interface DrawnName {
  readonly source: string
  readonly node: string
  readonly index: readonly number[] | null
  readonly x: number
  readonly y: number
}

export interface DrawnCircuit {
  readonly width: number
  readonly height: number
  readonly gates: readonly DrawnGate[]
  readonly names: readonly DrawnName[]
  readonly slots: readonly Slot[]
  /** Lines as SVG paths; `step` is what comes back along it. */
  readonly lines: readonly { readonly key: string; readonly path: string; readonly step: string }[]
}

/**
 * Where everything stands: operands at the left, one row for each use of a leaf in the order of use, each gate in the middle of its
 * operands. It depends only on the circuit, so that filling in an answer moves nothing.
 */
export function drawCircuit(circuit: PublicCircuit): DrawnCircuit {
  return new Drawer(circuit, rowsOf(circuit)).draw()
}

class Drawer {
  private readonly gates: DrawnGate[] = []
  private readonly names: DrawnName[] = []
  private readonly slots: Slot[] = []
  private readonly lines: { key: string; path: string; step: string }[] = []
  private readonly shared: readonly string[]
  private readonly x0: number
  private readonly layerWidths: readonly number[]

  constructor(
    private readonly circuit: PublicCircuit,
    private readonly rows: Rows,
  ) {
    this.shared = [...rows.sharedLeaves.keys()]
    this.x0 = margin.side + (this.shared.length === 0 ? 0 : cell.width + bend)
    const widths: number[] = []
    for (const { node, sign } of circuit.gates) {
      const layer = rows.layers.get(node) ?? 1
      widths[layer] = Math.max(widths[layer] ?? 0, gateWidth(sign))
    }
    this.layerWidths = widths
  }

  draw(): DrawnCircuit {
    const { circuit, rows } = this
    for (const { node, sign, step } of circuit.gates) {
      const y = this.y(rows.gates.get(node) ?? 0)
      this.gates.push({ node, sign, x: this.gateX(node), y, width: gateWidth(sign), height: 2 * radius })
      this.output(node, step)
    }
    for (const wire of circuit.wires) this.wire(wire)
    const deepest = this.sharedNames()
    const last = this.gates.at(-1)
    const width = (last ? this.outputEnd(last) : 0) + 2.4 + margin.side
    const height = Math.max(margin.top + rows.count * rowHeight - rowHeight + margin.bottom, deepest)
    const { gates, names, slots, lines } = this
    return { width, height, gates, names, slots, lines }
  }

  private y(row: number): number {
    return margin.top + row * rowHeight
  }

  /** The middle of a gate's column. */
  private gateX(node: string): number {
    const layer = this.rows.layers.get(node) ?? 1
    let x = this.x0 + 2 + level
    for (let before = 1; before < layer; before += 1) x += bend + this.widthOf(before) + level
    return x + bend + this.widthOf(layer) / 2
  }

  private widthOf(layer: number): number {
    return this.layerWidths[layer] ?? 2 * radius
  }

  private outputEnd({ x, width }: DrawnGate): number {
    return x + width / 2 + level
  }

  private gate(node: string): DrawnGate | undefined {
    return this.gates.find(gate => gate.node === node)
  }

  /** The value of a gate above its way out, and what comes back below it. */
  private output(node: string, step: string): void {
    const gate = this.gate(node)
    if (gate === undefined) return
    const isLast = node === this.circuit.name
    const uses = this.circuit.wires.filter(wire => wire.node === node && wire.nth !== null).length
    const x = gate.x + gate.width / 2 + level / 2
    const about = { source: node, node, index: null, x }
    this.slots.push({ ...about, step: node, pass: 'value', y: gate.y - beside, sumOf: 0 })
    this.slots.push({ ...about, step, pass: 'gradient', y: gate.y + beside, sumOf: uses })
    const end = this.outputEnd(gate)
    if (!isLast && uses === 0) return
    this.lines.push({
      key: `out ${node}`,
      path: `M${gate.x + gate.width / 2} ${gate.y}H${end}`,
      step,
    })
    if (isLast) this.names.push({ source: node, node, index: null, x: end + 1.2, y: gate.y })
  }

  private wire(wire: Wire): void {
    const { circuit, rows } = this
    const into = this.gate(wire.into)
    if (into === undefined) return
    const at = circuit.wires.indexOf(wire)
    const { source } = wire
    const from = this.gate(wire.node)
    const start = into.x - this.widthOf(rows.layers.get(wire.into) ?? 1) / 2 - bend
    const entry = this.port(wire, into)
    const curve = (y: number): string =>
      `C${start + bend * 0.6} ${y} ${entry.x - bend * 0.7} ${entry.y} ${entry.x} ${entry.y}`
    const line = (path: string): void => {
      this.lines.push({ key: `${at}`, path, step: wire.step })
    }
    if (from !== undefined && wire.nth === null) {
      line(`M${from.x + from.width / 2} ${from.y}H${start}${curve(from.y)}`)
      return
    }
    const y = this.y(rows.wires.get(at) ?? 0)
    const about = { source, node: wire.node, index: wire.index }
    const gradient = { ...about, step: wire.step, pass: 'gradient', y: y + beside, sumOf: 0 } as const
    if (from !== undefined) {
      // A gate that is used several times: each wire leaves where its own way out ends.
      const end = this.outputEnd(from)
      const begin = start - level
      line(
        `M${end} ${from.y}C${end + bend / 2} ${from.y} ${begin - bend / 4} ${y} ${begin + bend / 2} ${y}H${start}${curve(y)}`,
      )
      this.slots.push({ ...gradient, x: start - level / 2 + bend / 4 })
      return
    }
    const x = this.x0 + 2 + level / 2
    this.slots.push({ ...about, step: null, pass: 'value', x, y: y - beside + 0.4, sumOf: 0 })
    this.slots.push({ ...gradient, x })
    if (!rows.sharedLeaves.has(source)) {
      this.names.push({ ...about, x: this.x0 + 0.9, y })
      line(`M${this.x0 + 2} ${y}H${start}${curve(y)}`)
      return
    }
    line(`M${this.x0} ${y}H${start}${curve(y)}`)
  }

  /** Leaves that are used several times, left of the others, each with its sum below its name. Gives the lowest place. */
  private sharedNames(): number {
    let next = margin.top
    let deepest = 0
    const middle = (source: string): number => {
      const rows = this.rows.sharedLeaves.get(source) ?? []
      return rows.reduce((sum, row) => sum + row, 0) / Math.max(1, rows.length)
    }
    for (const source of [...this.shared].sort((a, b) => middle(a) - middle(b))) {
      const wires = this.circuit.wires.filter(wire => wire.source === source)
      const [first] = wires
      if (first === undefined) continue
      const y = Math.max(next, this.y(middle(source)))
      next = y + rowHeight
      deepest = y + margin.bottom + 2
      const about = { source, node: first.node, index: first.index, x: margin.side + cell.width / 2 }
      this.names.push({ ...about, y })
      const sum = { ...about, step: first.sum, pass: 'gradient', sumOf: wires.length } as const
      this.slots.push({ ...sum, y: y + 1.9 })
      const end = margin.side + cell.width / 2 + 1.1
      for (const row of this.rows.sharedLeaves.get(source) ?? []) {
        const to = this.y(row)
        const path = `M${end} ${y}C${end + 2} ${y} ${this.x0 - 2} ${to} ${this.x0} ${to}`
        this.lines.push({ key: `fork ${source} ${row}`, path, step: first.sum })
      }
    }
    return deepest
  }

  /** Where a wire meets the edge of its gate: its wires one below the other. */
  private port(wire: Wire, gate: DrawnGate): { x: number; y: number } {
    const own = this.circuit.wires.filter(({ into }) => into === gate.node)
    const spread = Math.min(1.3, (2 * radius * 0.8) / Math.max(1, own.length))
    const off = (own.indexOf(wire) - (own.length - 1) / 2) * spread
    const inset = radius - Math.sqrt(Math.max(0, radius * radius - off * off))
    return { x: gate.x - gate.width / 2 + inset, y: gate.y + off }
  }
}

/** A circle for a sign; longer ones make it wider. */
function gateWidth(sign: string): number {
  return Math.max(2 * radius, Math.min(8, 0.58 * [...sign].length + 1.5))
}
