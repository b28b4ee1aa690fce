import { entryOf, type Shape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { named } from '../notation'
import { type Convention, fits, input, misfit, type Op, type ShapeRule } from '../op'
import { conv1dMistakes, mirrored } from '../wrong/conv1d'

/** x is a vector and k a vector, or x is (batch x) channels x length and k outputs x channels x width, as in PyTorch. */
function layout(x: Shape, k: Shape) {
  const [length, width] = [x.at(-1) ?? 0, k.at(-1) ?? 0]
  const plain = x.length === 1 && k.length === 1
  return {
    fits: plain || ((x.length === 2 || x.length === 3) && k.length === 3),
    batch: x.length === 3 ? (x[0] ?? 1) : 1,
    channels: plain ? 1 : (x.at(-2) ?? 0),
    channelsToo: plain ? 1 : (k[1] ?? 0),
    outputs: plain ? 1 : (k[0] ?? 0),
    length,
    width,
    places: length - width + 1,
  }
}

function convShape([x = [], k = []]: readonly Shape[]): ShapeRule {
  const { fits: known, channels, channelsToo, outputs, length, width, places } = layout(x, k)
  if (!known) return misfit(message('conv1d.ranks'))
  if (channels !== channelsToo) {
    return misfit(message('conv1d.channels', { x, k, channels: [channels, channelsToo] }))
  }
  if (places < 1) return misfit(message('conv1d.too-wide', { width, length }))
  return fits(x.length === 1 ? [places] : [...x.slice(0, -2), outputs, places])
}

/** Every single product: the places of its factors, and of the entry of the output that it is a term of. */
function eachProduct(x: Shape, k: Shape, visit: (p: number, q: number, out: number) => void): void {
  const { batch, channels, outputs, length, width, places } = layout(x, k)
  for (let of = 0; of < batch * outputs; of += 1) {
    const start = Math.floor(of / outputs) * channels * length
    const kernel = (of % outputs) * channels * width
    for (let at = 0; at < places; at += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        for (let i = 0; i < width; i += 1) {
          visit(start + channel * length + at + i, kernel + channel * width + i, of * places + at)
        }
      }
    }
  }
}

/** A kernel that reads the same both ways needs no such convention. */
const unturned: Convention = {
  about: 'value',
  sentence: message('conv1d.unturned'),
  occurs: (field, inputs) => {
    const k = input(inputs, 1)
    return k.data.some((entry, place) => !field.equals(entry, entryOf(k, mirrored(k.shape, place))))
  },
}

/** Cross-correlation without padding: each entry of the output is the product of k with one window of x, summed. */
export const conv1d: Op = {
  name: 'conv1d',
  notation: named('conv1d'),
  conventions: [unturned],
  rule: {
    value: ({ inputs }) => message('conv1d.value', { x: input(inputs, 0), k: input(inputs, 1) }),
    backInWords: (_telling, into) => message(into === 0 ? 'conv1d.back-signal' : 'conv1d.back-kernel'),
  },
  shape: convShape,
  forward: (field, inputs) => {
    const [x, k] = [input(inputs, 0), input(inputs, 1)]
    const rule = convShape([x.shape, k.shape])
    const sums = new Accumulator(field, rule.ok ? rule.shape : [])
    eachProduct(x.shape, k.shape, (p, q, out) => {
      sums.add(out, field.mul(entryOf(x, p), entryOf(k, q)))
    })
    return { ok: true, value: sums.total() }
  },
  // For vectors, dk is x slid along G, and dx is the reversed kernel slid along G padded with zeros.
  vjp: (field, { inputs, upstream }) => {
    const [x, k] = [input(inputs, 0), input(inputs, 1)]
    const [intoX, intoK] = [new Accumulator(field, x.shape), new Accumulator(field, k.shape)]
    eachProduct(x.shape, k.shape, (p, q, out) => {
      const g = entryOf(upstream, out)
      intoX.add(p, field.mul(g, entryOf(k, q)))
      intoK.add(q, field.mul(g, entryOf(x, p)))
    })
    return [intoX.total(), intoK.total()]
  },
  mistakes: conv1dMistakes(eachProduct),
  samples: {
    fit: [
      [[5], [3]],
      [[3], [3]],
      [[4], [1]],
      [
        [2, 4],
        [3, 2, 2],
      ],
      [
        [2, 2, 3],
        [2, 2, 2],
      ],
    ].map(shapes => ({ shapes })),
    misfit: [
      [[], [2]],
      [[2], [3]],
      [[2, 3], [2]],
      [[5], [1, 1, 3]],
      [
        [2, 4],
        [3, 1, 2],
      ],
      [
        [1, 2],
        [1, 1, 3],
      ],
    ].map(shapes => ({ shapes })),
  },
}
