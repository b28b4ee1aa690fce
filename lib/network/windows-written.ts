import { mi, mn, mo, mrow, shapeMathml } from '@/lib/exact/mathml'
import type { Spelling } from './explain/spelling'
import { applied, bare, type Notation, strength } from './notation'
import type { Settings } from './pass'

/** How an application of windows is written: a size, and a stride where it is another. */

/** Two lengths as files have them: `2` where they are the same, else `1x2`. */
function sizes(settings: Settings): readonly (readonly number[])[] {
  const [height = 1, width = 1, down = height, along = width] = settings
  const size = height === width ? [height] : [height, width]
  if (down === height && along === width) return [size]
  return [size, down === along ? [down] : [down, along]]
}

export function poolNotation(word: string): Notation {
  return ([x], settings, shape) => {
    const told = sizes(settings).map(([first = 1, ...rest]) =>
      rest.length === 0 ? mn(String(first)) : shapeMathml([first, ...rest]),
    )
    return {
      mathml: mrow(mi(word), applied, mrow(mo('('), [bare(x), ...told].join(mo(',')), mo(')'))),
      strength: strength.atom,
      shape,
      signed: false,
    }
  }
}

export function poolSpelling(word: string): Spelling {
  return ([x], settings) => ({
    text: `${word}(${[x?.text, ...sizes(settings).map(size => size.join('x'))].join(', ')})`,
    strength: strength.atom,
  })
}
