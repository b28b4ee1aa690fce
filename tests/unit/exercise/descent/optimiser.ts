/**
 * Gradient descent in floating point, written from PyTorch's documentation of torch.optim.SGD, Adam and RMSprop (with `maximize`) and
 * of clip_grad_norm_, and from nothing of the engine. RMSprop and Adam add eps outside the root.
 */

export type Method =
  | { readonly kind: 'plain' }
  | { readonly kind: 'momentum'; readonly mu: number; readonly nesterov: boolean }
  | { readonly kind: 'adam'; readonly b1: number; readonly b2: number; readonly eps: number }
  | { readonly kind: 'rmsprop'; readonly rho: number; readonly eps: number }

export interface Settings {
  readonly method: Method
  readonly rate: number
  readonly clip: number | null
  readonly decay: number
  readonly maximise: boolean
  readonly steps: number
}

/** One flat list of numbers for each parameter. */
export type Values = Readonly<Record<string, readonly number[]>>

export interface Step {
  readonly params: Values
  /** `v`, `m` and `s` in the sign of the gradient itself, which under `maximize` PyTorch turns. */
  readonly states: Readonly<Record<string, Values>>
  readonly predicted: number
  readonly loss: number
  readonly actual: number
}

export function optimise(
  start: Values,
  lossOf: (params: Values) => { readonly loss: number; readonly gradients: Values },
  { method, rate, clip, decay, maximise, steps }: Settings,
): Step[] {
  const names = Object.keys(start)
  const zeros = () => new Map(names.map(name => [name, start[name]!.map(() => 0)]))
  const buffers = { v: zeros(), m: zeros(), s: zeros() }
  const done: Step[] = []
  let params = start
  for (let t = 1; t <= steps; t += 1) {
    const before = lossOf(params)
    const norm = Math.hypot(...names.flatMap(name => [...before.gradients[name]!]))
    const shrink = clip === null ? 1 : Math.min(1, clip / norm)
    const moved: Record<string, number[]> = {}
    const turn = maximise ? -1 : 1
    for (const name of names) {
      moved[name] = params[name]!.map((w, at) => {
        const g = turn * shrink * before.gradients[name]![at]! + decay * w
        const keep = (buffer: keyof typeof buffers, share: number, added: number): number => {
          const values = buffers[buffer].get(name)!
          values[at] = share * values[at]! + added
          return values[at]!
        }
        if (method.kind === 'plain') return w - rate * g
        if (method.kind === 'momentum') {
          const v = keep('v', method.mu, g)
          return w - rate * (method.nesterov ? g + method.mu * v : v)
        }
        if (method.kind === 'adam') {
          const m = keep('m', method.b1, (1 - method.b1) * g) / (1 - method.b1 ** t)
          const s = keep('s', method.b2, (1 - method.b2) * g * g) / (1 - method.b2 ** t)
          return m === 0 ? w : w - (rate * m) / (Math.sqrt(s) + method.eps)
        }
        const s = keep('s', method.rho, (1 - method.rho) * g * g)
        return g === 0 ? w : w - (rate * g) / (Math.sqrt(s) + method.eps)
      })
    }
    const after = lossOf(moved)
    const products = names.flatMap(name =>
      moved[name]!.map((w, at) => before.gradients[name]![at]! * (w - params[name]![at]!)),
    )
    const kept = (buffer: keyof typeof buffers, sign: number): Values =>
      Object.fromEntries(names.map(name => [name, buffers[buffer].get(name)!.map(value => sign * value)]))
    done.push({
      params: moved,
      states: { v: kept('v', turn), m: kept('m', turn), s: kept('s', 1) },
      predicted: products.reduce((sum, product) => sum + product, 0),
      loss: after.loss,
      actual: after.loss - before.loss,
    })
    params = moved
  }
  return done
}
