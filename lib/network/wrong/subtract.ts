import { input } from '../op'
import { pairwise } from './pairwise'
import { type OpMistakes, wrong } from './wrong'

/** `a - b`: the sign on the way to b. In a loss that is its residual turned round, which has a name of its own. */
export const subtractMistakes: OpMistakes = {
  back: (field, { inputs, upstream }, into, { inLoss }) => {
    if (into === 0 || inLoss) return []
    const pair = [input(inputs, 1), input(inputs, 0)] as const
    return [
      wrong(
        'link-dropped',
        pairwise(field, pair, upstream, (_own, _other, g) => g),
      ),
    ]
  },
}

/** `a / b`: the slope left out, `1/b` or `-a/b^2`. */
export const divideMistakes: OpMistakes = {
  back: (field, { inputs, upstream }, into) => {
    const pair = [input(inputs, into), input(inputs, 1 - into)] as const
    return [
      wrong(
        'link-dropped',
        pairwise(field, pair, upstream, (_own, _other, g) => g),
      ),
    ]
  },
}
