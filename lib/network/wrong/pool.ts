import type { TranscendentalField } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import { entryOf, mapTensor, type Tensor } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input, type Pass, type Settings } from '../op'
import { sumOf } from '../softmax'
import { windowsOf } from '../windows'
import { type OpMistakes, type Trial, tried } from './wrong'

type Forward<S> = Omit<Pass<S>, 'upstream'>

/** Windows laid side by side by one step, whatever the stride; nothing where the stride is 1. */
function unstrided<S>(
  { inputs, output, settings }: Forward<S>,
  pooled: (places: readonly S[]) => S,
): readonly Trial<S>[] {
  const x = input(inputs, 0)
  if (strideOf(settings).every(step => step === 1)) return []
  const windows = windowsOf(x.shape, settings, [1, 1])
  const entries = () => windows.map(places => pooled(places.map(at => entryOf(x, at))))
  return [['stride-ignored', () => ({ shape: output.shape, data: entries() })]]
}

function strideOf([height = 1, width = 1, down = height, along = width]: Settings): readonly number[] {
  return [down, along]
}

/** What each window sends to its entries, which it lists in reading order. */
function sent<S>(
  field: TranscendentalField<S>,
  { inputs, upstream, settings }: Pass<S>,
  part: (g: S, nth: number, count: number) => S,
): Tensor<S> {
  const { shape } = input(inputs, 0)
  const into = new Accumulator(field, shape)
  for (const [out, places] of windowsOf(shape, settings).entries()) {
    const g = entryOf(upstream, out)
    for (const [nth, at] of places.entries()) into.add(at, part(g, nth, places.length))
  }
  return into.total()
}

/** The gradient of a max-pool spread over the window, or given to its first entry, whichever was the largest. */
export const maxpoolMistakes: OpMistakes = {
  forward: (field, pass) =>
    tried(
      ...unstrided(pass, ([first = field.zero, ...rest]) =>
        rest.reduce((best, entry) => (field.sign(field.sub(entry, best)) > 0 ? entry : best), first),
      ),
    ),
  back: (field, pass) => {
    const share = (g: typeof field.zero, _nth: number, count: number) =>
      field.div(g, field.fromRational(rational(count)))
    return tried(
      ['pool-spread', () => sent(field, pass, g => g)],
      ['pool-spread', () => sent(field, pass, share)],
      ['pool-to-first', () => sent(field, pass, (g, nth) => (nth === 0 ? g : field.zero))],
    )
  },
}

/** The mean of a window without its 1/size. */
export const avgpoolMistakes: OpMistakes = {
  forward: (field, pass) => {
    const [places = []] = windowsOf(input(pass.inputs, 0).shape, pass.settings)
    const count = field.fromRational(rational(places.length))
    return tried(
      ['avg-unscaled', () => mapTensor(pass.output, entry => field.mul(entry, count))],
      ...unstrided(pass, entries => field.div(sumOf(field, entries), count)),
    )
  },
  back: (field, pass) =>
    tried(
      ['avg-unscaled', () => sent(field, pass, g => g)],
      ['pool-to-first', () => sent(field, pass, (g, nth) => (nth === 0 ? g : field.zero))],
    ),
}
