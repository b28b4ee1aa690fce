import { brackets, mi, mn, mo, mrow, mtext } from '@/lib/exact/mathml'
import { entryOf, indexOf, type Shape, sizeOf } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { Accumulator } from './accumulator'
import { composed } from './explain/compose'
import { rootOf } from './expr'
import { applied, type Notation, strength } from './notation'
import {
  type Convention,
  fits,
  input,
  misfit,
  type Op,
  type Sample,
  type Settings,
  type ShapeRule,
} from './op'
import { convolutionMistakes, mirrored } from './wrong/convolution'

/** How a kernel is laid along its signal. */
export interface Laying {
  /** How far apart windows begin. */
  readonly stride: number
  /** How many zeros the signal has before and after it along each axis. */
  readonly pad: number
}

/** As PyTorch lays tensors out: signals (batch x) channels x lengths, kernels outputs x channels x widths; or plain ones. */
function layout(x: Shape, k: Shape, axes: number, { stride, pad }: Laying) {
  const plain = x.length === axes && k.length === axes
  const lengths = x.slice(-axes)
  const widths = k.slice(-axes)
  return {
    known: plain || ((x.length === axes + 1 || x.length === axes + 2) && k.length === axes + 2),
    batch: x.length === axes + 2 ? (x[0] ?? 1) : 1,
    channels: plain ? 1 : (x.at(-axes - 1) ?? 0),
    channelsToo: plain ? 1 : (k[1] ?? 0),
    outputs: plain ? 1 : (k[0] ?? 0),
    lengths,
    widths,
    places: lengths.map((length, axis) => Math.floor((length + 2 * pad - (widths[axis] ?? 1)) / stride) + 1),
  }
}

export const layingOf = ([stride = 1, pad = 0]: Settings): Laying => ({ stride, pad })

function convolutionShape([x = [], k = []]: readonly Shape[], settings: Settings, axes: number): ShapeRule {
  const laying = layingOf(settings)
  if (laying.stride < 1) return misfit(message('conv2d.stride', { stride: laying.stride }))
  if (laying.pad < 0) return misfit(message('conv2d.pad', { pad: laying.pad }))
  const { known, channels, channelsToo, outputs, lengths, widths, places } = layout(x, k, axes, laying)
  if (!known) return misfit(message(axes === 1 ? 'conv1d.ranks' : 'conv2d.ranks'))
  if (channels !== channelsToo) {
    return misfit(message('conv1d.channels', { x, k, channels: [channels, channelsToo] }))
  }
  if (places.some(count => count < 1)) return misfit(tooWide(widths, lengths, laying.pad))
  return fits(x.length === axes ? places : [...x.slice(0, -axes - 1), outputs, ...places])
}

function tooWide(widths: Shape, lengths: Shape, pad: number): Message {
  const [width = 1, length = 1] = [widths[0], lengths[0]]
  if (widths.length === 1 && pad === 0) return message('conv1d.too-wide', { width, length })
  return message('conv2d.too-wide', { widths, lengths, pad })
}

/**
 * Every single product: the places of its factors, and of the entry of the output that it is a term of. Windows may be
 * laid otherwise than the output's places say, which wrong rules do; what lies outside the signal is a zero.
 */
export type EachProduct = (
  x: Shape,
  k: Shape,
  settings: Settings,
  visit: (p: number, q: number, out: number) => void,
  laid?: Laying,
) => void

function eachProductAlong(axes: number): EachProduct {
  return (x, k, settings, visit, laid = layingOf(settings)) => {
    const { batch, channels, outputs, lengths, widths, places } = layout(x, k, axes, layingOf(settings))
    const [signal, kernel, count] = [sizeOf(lengths), sizeOf(widths), sizeOf(places)]
    const met = Array.from({ length: count }, (_, out) =>
      meetings(indexOf(places, out), lengths, widths, laid),
    )
    for (let of = 0; of < batch * outputs; of += 1) {
      const start = Math.floor(of / outputs) * channels * signal
      const first = (of % outputs) * channels * kernel
      for (const [out, pairs] of met.entries()) {
        for (const [at, tap] of pairs) {
          for (let channel = 0; channel < channels; channel += 1) {
            visit(start + channel * signal + at, first + channel * kernel + tap, of * count + out)
          }
        }
      }
    }
  }
}

/** Which entries of a signal meet which of a kernel where its window is laid, by their places. */
function meetings(
  corner: readonly number[],
  lengths: Shape,
  widths: Shape,
  { stride, pad }: Laying,
): readonly (readonly [number, number])[] {
  let pairs: (readonly [number, number])[] = [[0, 0]]
  for (const [axis, nth] of corner.entries()) {
    const [length, width, first] = [lengths[axis] ?? 1, widths[axis] ?? 1, nth * stride - pad]
    const from = Math.max(0, -first)
    const inside = Math.max(0, Math.min(width, length - first) - from)
    const taps = Array.from({ length: inside }, (_, i) => from + i)
    pairs = pairs.flatMap(([at, tap]) => taps.map(i => [at * length + first + i, tap * width + i] as const))
  }
  return pairs
}

/** A kernel that reads the same both ways needs no such convention. */
function unturned(name: string, axes: number): Convention {
  return {
    about: 'value',
    sentence: name === 'conv1d' ? message('conv1d.unturned') : message('conv2d.unturned'),
    occurs: (field, inputs) => {
      const k = input(inputs, 1)
      return k.data.some((entry, at) => !field.equals(entry, entryOf(k, mirrored(k.shape, at, axes))))
    },
  }
}

/** A stride and a padding that are not the usual ones are told, because nobody computes right without them. */
function laidOut(name: string): Notation {
  return (inputs, settings, shape) => {
    const { stride, pad } = layingOf(settings)
    const told = [
      ...(stride === 1 ? [] : [mrow(mtext('stride\u00a0'), mn(String(stride)))]),
      ...(pad === 0 ? [] : [mrow(mtext('pad\u00a0'), mn(String(pad)))]),
    ]
    const parts = [...inputs.map(({ mathml }) => mathml), ...told].join(mo(','))
    return {
      mathml: mrow(mi(name), applied, brackets(parts)),
      strength: strength.atom,
      shape,
      signed: false,
    }
  }
}

/** Cross-correlation: each entry of the output is the product of k with one window of x, summed. */
export function convolution(
  name: string,
  axes: number,
  samples: readonly Sample[],
  misfits: readonly Sample[],
): Op {
  const eachProduct = eachProductAlong(axes)
  const op: Op = {
    name,
    setting: 'stride-or-pad',
    notation: laidOut(name),
    conventions: [unturned(name, axes)],
    rule: {
      value: ({ inputs }) => message('conv1d.value', { x: input(inputs, 0), k: input(inputs, 1) }),
      // dk is x slid along G, where every window counts and there is one channel.
      typed: ({ upstream, inputs, settings }, into) => {
        const [x, k] = [input(inputs, 0), input(inputs, 1)]
        const isPlain = [x, k].every(each => rootOf(each).shape.length === axes)
        return into === 1 && isPlain && layingOf(settings).stride === 1
          ? composed(op, [x, upstream], settings)
          : null
      },
      backInWords: (_telling, into) => message(into === 0 ? 'conv1d.back-signal' : 'conv1d.back-kernel'),
    },
    shape: (shapes, settings) => convolutionShape(shapes, settings, axes),
    forward: (field, inputs, settings) => {
      const [x, k] = [input(inputs, 0), input(inputs, 1)]
      const rule = convolutionShape([x.shape, k.shape], settings, axes)
      const sums = new Accumulator(field, rule.ok ? rule.shape : [])
      eachProduct(x.shape, k.shape, settings, (p, q, out) => {
        sums.add(out, field.mul(entryOf(x, p), entryOf(k, q)))
      })
      return { ok: true, value: sums.total() }
    },
    // With stride 1, dk is x slid along G, and dx is the reversed kernel slid along G padded with zeros.
    vjp: (field, { inputs, upstream, settings }) => {
      const [x, k] = [input(inputs, 0), input(inputs, 1)]
      const [intoX, intoK] = [new Accumulator(field, x.shape), new Accumulator(field, k.shape)]
      eachProduct(x.shape, k.shape, settings, (p, q, out) => {
        const g = entryOf(upstream, out)
        intoX.add(p, field.mul(g, entryOf(k, q)))
        intoK.add(q, field.mul(g, entryOf(x, p)))
      })
      return [intoX.total(), intoK.total()]
    },
    mistakes: convolutionMistakes(eachProduct, axes),
    samples: { fit: samples, misfit: misfits },
  }
  return op
}
