import type { PublicExercise, PublicNode } from '@/lib/protocol/exercise'
import type { DrawnBox } from './drawing'
import type { Fill } from './fill'

/**
 * Which neurons are off, said below the gradient of what a ReLU is applied to: `neuron 2 is off`, `2 of 6 are off`. It is read from
 * the numbers that the student has, and only once that gradient is found where a step asks for it: which neurons are off is
 * the whole of that step.
 */
export function offWords(
  box: DrawnBox,
  { nodes }: PublicExercise,
  fillOf: (id: string) => Fill | undefined,
): string | null {
  if (box.pass !== 'backward' || box.node.shape === null) return null
  const found = box.step === null || ['right', 'follows'].includes(fillOf(box.id)?.look ?? '')
  const gates = nodes.filter(node => isGateOf(node, box.node))
  const [gate] = gates
  if (!found || !gate || nodes.filter(({ inputs }) => inputs.includes(box.node.name)).length > 1) return null
  const before = fillOf(`forward ${box.node.name}`)?.entries ?? []
  const after = fillOf(`forward ${gate.name}`)?.entries ?? []
  const off = before.flatMap((text, place) => {
    const entry = after[place]
    const shut =
      text !== null ? signOf(text) <= 0 : entry !== null && entry !== undefined && signOf(entry) === 0
    return shut ? [place + 1] : []
  })
  if (off.length === 0) return null
  const [rows = 1, columns = 1] = box.node.shape
  if (rows > 1 && columns > 1) return `${off.length} of ${rows * columns} are off`
  return off.length === 1 ? `neuron ${off[0]} is off` : `neurons ${off.join(', ')} are off`
}

function isGateOf(node: PublicNode, before: PublicNode): boolean {
  return node.operation === 'relu' && node.inputs.length === 1 && node.inputs[0] === before.name
}

/** The sign of a printed number or fraction; NaN of anything else. */
function signOf(text: string): number {
  const [top = '', bottom = '1'] = text.replaceAll('−', '-').split('/')
  return Math.sign(Number(top) / Number(bottom))
}
