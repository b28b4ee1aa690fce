import { showRational } from '@/lib/exact/rational'
import { mapTensor, nest } from '@/lib/exact/tensor'
import { spellExpr } from '@/lib/network'
import type { RandomNetwork } from '../../network/random-network'

/** A random network as an exercise file that asks for everything; null where a formula in it is too long to write. */
export function chalkOf({ graph, leaves }: RandomNetwork, more = '', scale = 1n): string | null {
  const nodes = [...graph.values()]
  const lines = nodes.map(({ name, expr }) => {
    const value = leaves.get(name)
    if (value !== undefined) {
      const scaled = mapTensor(value, ({ n, d }) => showRational({ n: n * scale, d }))
      return `param ${name} = ${JSON.stringify(nest(scaled)).replaceAll('"', '')}`
    }
    return `${name === 'loss' ? 'loss L' : name} = ${spellExpr(expr)}`
  })
  if (lines.some(line => line.includes('...'))) return null
  const inner = nodes.filter(({ name }) => !leaves.has(name) && name !== 'loss').map(({ name }) => name)
  const named = nodes.map(({ name }) => (name === 'loss' ? 'L' : name))
  return [...lines, `ask ${[...inner, 'L', ...named.map(name => `dL/d${name}`)].join(', ')}`, more].join('\n')
}
