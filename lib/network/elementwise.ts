import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Rational } from '@/lib/exact/rational'
import {
  broadcastPlaces,
  broadcastShape,
  entryOf,
  indexOf,
  mapTensor,
  type Shape,
  type Tensor,
  zipTensors,
} from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { Accumulator } from './accumulator'
import type { Spelling } from './explain/spelling'
import type { Notation } from './notation'
import { type Convention, fits, input, misfit, type Op, type OpRule } from './op'
import { besideOne, pairs } from './samples-of-pairs'
import type { OpMistakes } from './wrong/wrong'

interface Described {
  readonly name: string
  readonly notation: Notation
  readonly spelling?: Spelling
  readonly rule?: OpRule
  readonly conventions?: readonly Convention[]
  readonly mistakes?: OpMistakes
}

/** Entries that an op does not take, and why not; the index of one counts from 1. */
interface Refusal {
  refuses<S>(field: TranscendentalField<S>, entry: S): boolean
  reason(index: readonly number[]): Message
}

interface Unary extends Described {
  /** Entries without an output. */
  readonly noValue?: Refusal
  /** Entries with an output but without a slope. */
  readonly noSlope?: Refusal
  forward<S>(field: TranscendentalField<S>, x: S): S
  /** The gradient into x, where `g` arrives at the output. */
  vjp<S>(field: TranscendentalField<S>, x: S, g: S): S
  /**
   * The same gradient with the slope computed from the output h instead of x; null where h can be no output with a
   * slope.
   */
  vjpByOutput?<S>(field: TranscendentalField<S>, h: S, g: S): S | null
  readonly gate?: true
  /** The numbers that its samples are made of; left out where any number will do. */
  readonly entries?: readonly Rational[]
}

interface Binary extends Described {
  /** As messages show it between two shapes: `+`. */
  readonly sign: string
  /** Second operands without an output. */
  readonly noValue?: Refusal
  /** The numbers that samples take for the second operand, one number mostly; left out where any will do. */
  readonly second?: readonly Rational[]
  forward<S>(field: TranscendentalField<S>, a: S, b: S): S
  /** The gradients into a and into b, where `g` arrives at the output. */
  vjp<S>(field: TranscendentalField<S>, a: S, b: S, g: S): readonly [S, S]
}

/** An op on each entry by itself. */
export function unary(rule: Unary): Op {
  const { vjpByOutput, noValue, noSlope } = rule
  return {
    name: rule.name,
    notation: rule.notation,
    ...(rule.spelling && { spelling: rule.spelling }),
    ...(rule.rule && { rule: rule.rule }),
    ...(rule.conventions && { conventions: rule.conventions }),
    ...(rule.mistakes && { mistakes: rule.mistakes }),
    shape: shapes => fits(input(shapes, 0)),
    forward: (field, inputs) => {
      const x = input(inputs, 0)
      const reason = noValue ? refused(field, x, noValue) : null
      if (reason !== null) return { ok: false, reason }
      return { ok: true, value: mapTensor(x, entry => rule.forward(field, entry)) }
    },
    vjp: (field, { inputs, upstream }) => [
      zipTensors(input(inputs, 0), upstream, (x, g) => rule.vjp(field, x, g)),
    ],
    ...(rule.gate && { gate: rule.gate }),
    ...(noSlope && {
      noSlope: (field, inputs) => refused(field, input(inputs, 0), noSlope),
    }),
    ...(vjpByOutput && {
      vjpByOutput: (field, { output, upstream }) => {
        const parts = zipTensors(output, upstream, (h, g) => vjpByOutput(field, h, g))
        const data = parts.data.filter(part => part !== null)
        return data.length === parts.data.length ? { shape: parts.shape, data } : null
      },
    }),
    samples: {
      fit: [[], [3], [2, 3], [2, 1, 2]].map(shape => ({
        shapes: [shape],
        ...(rule.entries && { entries: [rule.entries] }),
      })),
      misfit: [],
    },
  }
}

/** The reason against the first entry that is not taken; null where all are. */
function refused<S>(
  field: TranscendentalField<S>,
  x: Tensor<S>,
  { refuses, reason }: Refusal,
): Message | null {
  const place = x.data.findIndex(entry => refuses(field, entry))
  return place === -1 ? null : reason(indexFromOne(x.shape, place))
}

/** An op on pairs of entries, its operands broadcast against each other as NumPy does. */
export function binary(rule: Binary): Op {
  return {
    name: rule.name,
    notation: rule.notation,
    ...(rule.spelling && { spelling: rule.spelling }),
    ...(rule.rule && { rule: rule.rule }),
    ...(rule.conventions && { conventions: rule.conventions }),
    ...(rule.mistakes && { mistakes: rule.mistakes }),
    shape: shapes => {
      const [a, b] = [input(shapes, 0), input(shapes, 1)]
      const shape = broadcastShape(a, b)
      if (shape !== null) return fits(shape)
      return misfit(message('shapes.no-broadcast', { a, b, sign: rule.sign, differ: clash(a, b) }))
    },
    forward: (field, inputs) => {
      const { a, b, shape } = operands(inputs)
      const reason = rule.noValue ? refused(field, b, rule.noValue) : null
      if (reason !== null) return { ok: false, reason }
      const data = a.places.map((place, nth) =>
        rule.forward(field, entryOf(a, place), entryOf(b, b.places[nth] ?? 0)),
      )
      return { ok: true, value: { shape, data } }
    },
    vjp: (field, { inputs, upstream }) => {
      const { a, b } = operands(inputs)
      const [intoA, intoB] = [new Accumulator(field, a.shape), new Accumulator(field, b.shape)]
      for (const [nth, g] of upstream.data.entries()) {
        const [p, q] = [a.places[nth] ?? 0, b.places[nth] ?? 0]
        const [da, db] = rule.vjp(field, entryOf(a, p), entryOf(b, q), g)
        intoA.add(p, da)
        intoB.add(q, db)
      }
      return [intoA.total(), intoB.total()]
    },
    samples: {
      fit: rule.second === undefined ? pairs : besideOne(rule.second),
      misfit: [{ shapes: [[2], [3]] }, { shapes: [[3, 2], [3]] }],
    },
  }
}

/** Both operands with, for each entry of the output, the place of the entry that goes into it. */
function operands<S>(inputs: readonly Tensor<S>[]) {
  const [a, b] = [input(inputs, 0), input(inputs, 1)]
  const shape = broadcastShape(a.shape, b.shape)
  if (shape === null) throw new RangeError('shapes that do not broadcast')
  const placed = ({ shape: own, data }: Tensor<S>) => ({
    shape: own,
    data,
    places: broadcastPlaces(own, shape),
  })
  return { a: placed(a), b: placed(b), shape }
}

/** The pair of lengths that prevents broadcasting, sought from the last axis on. */
function clash(a: Shape, b: Shape): readonly [number, number] {
  for (let back = 1; back <= Math.min(a.length, b.length); back += 1) {
    const [p, q] = [a[a.length - back] ?? 1, b[b.length - back] ?? 1]
    if (p !== q && p !== 1 && q !== 1) return [p, q]
  }
  throw new RangeError('shapes that broadcast')
}

/** The index of an entry as messages have it: counted from 1 along each axis, and empty for a scalar. */
export function indexFromOne(shape: Shape, place: number): number[] {
  return indexOf(shape, place).map(i => i + 1)
}

/** A convention that matters wherever an input has a zero. */
export function atZero(about: 'value' | 'slope', sentence: Message): Convention {
  return {
    about,
    sentence,
    occurs: (field, inputs) => inputs.some(({ data }) => data.some(entry => field.isZero(entry))),
  }
}

/** A convention about the slope that matters wherever the first of two operands has a zero. */
export function firstAtZero(sentence: Message): Convention {
  return {
    about: 'slope',
    sentence,
    occurs: (field, inputs) => input(inputs, 0).data.some(entry => field.isZero(entry)),
  }
}

/** A convention about the slope that matters wherever two entries are equal, of whatever is compared with what. */
export function atTwins(sentence: Message): Convention {
  return {
    about: 'slope',
    sentence,
    occurs: (field, inputs) => {
      const sorted = [...input(inputs, 0).data].sort((a, b) => field.sign(field.sub(a, b)))
      return sorted.some((entry, at) => {
        const before = sorted[at - 1]
        return before !== undefined && field.isZero(field.sub(entry, before))
      })
    },
  }
}

/** A convention that matters wherever two operands are equal. */
export function atTies(sentence: Message): Convention {
  return {
    about: 'slope',
    sentence,
    occurs: (field, inputs) => {
      const { a, b } = operands(inputs)
      return a.places.some((place, nth) =>
        field.isZero(field.sub(entryOf(a, place), entryOf(b, b.places[nth] ?? 0))),
      )
    },
  }
}
