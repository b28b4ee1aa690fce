import type { Scalar } from '@/lib/exact/atoms'
import { math, partialMathml } from '@/lib/exact/mathml'
import { Elsewhere, type Key } from '@/lib/exercise'
import type { FigurePath, PathsFigure } from '@/lib/protocol/figure'
import { type AskedFigure, needed, onlyThese } from './asked'
import { networkOf } from './network'
import { printed, printer } from './print'

/** More paths than anybody draws one by one. */
const mostPaths = 12

interface Way {
  readonly nodes: readonly string[]
  readonly slopes: readonly Scalar[]
}

/** `figure paths exercise=… from=x to=L`: every path between two single numbers. */
export function pathsFigure(asked: AskedFigure, key: Key, caption: string): PathsFigure {
  onlyThese(asked, ['from', 'to'])
  const [from, to] = [needed(asked, 'from'), needed(asked, 'to')]
  const elsewhere = new Elsewhere(key)
  const { field } = elsewhere
  const network = networkOf(key)
  const ways = (node: string): Way[] => {
    if (node === to) return [{ nodes: [to], slopes: [] }]
    const users = network.nodes.filter(({ inputs }) => inputs.includes(node))
    return users.flatMap(({ name }) => {
      const on = ways(name)
      if (on.length === 0) return []
      if (sizeOf(node) !== 1 || sizeOf(name) !== 1) throw new Error(`${node} or ${name} is no single number`)
      const slope = elsewhere.slopes(key, name, 0, node).data[0] ?? field.zero
      return on.map(({ nodes, slopes }) => ({ nodes: [node, ...nodes], slopes: [slope, ...slopes] }))
    })
  }
  const sizeOf = (name: string) => key.values.get(name)?.data.length
  if (sizeOf(from) === undefined || sizeOf(to) === undefined)
    throw new Error(`there is no ${from} or no ${to}`)
  const found = from === to ? [] : ways(from)
  if (found.length === 0) throw new Error(`no path leads from ${from} to ${to}`)
  if (found.length > mostPaths) throw new Error(`more than ${mostPaths} paths lead from ${from} to ${to}`)
  const print = printer(key)
  const product = ({ slopes }: Way) => slopes.reduce((all, slope) => field.mul(all, slope), field.one)
  const total = found.reduce((sum, way) => field.add(sum, product(way)), field.zero)
  return {
    kind: 'paths',
    caption,
    network: {
      ...network,
      flow: network.flow.filter(item => item.type === 'step' && item.step.kind === 'value'),
    },
    from,
    to,
    derivative: math(partialMathml(to, from)),
    total: print(total),
    paths: found.map(
      (way): FigurePath => ({
        nodes: way.nodes,
        slopes: way.slopes.map(print),
        product: print(product(way)),
      }),
    ),
    numbers: Object.fromEntries([...key.values].map(([name, value]) => [name, printed(print, value)])),
  }
}
