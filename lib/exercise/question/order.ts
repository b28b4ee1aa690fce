import { Stream } from '../variant/stream'

/**
 * The texts in the order in which a student is offered them: the seed and the step's id decide it, and each order is as likely as
 * any other. They are sorted before they are dealt, so that nothing of the file's order is left, in which authors like to put
 * the right one first ([G11]).
 */
export function shuffledOptions(texts: readonly string[], seed: number, id: string): string[] {
  const left = [...texts].sort((a, b) => (a < b ? -1 : 1))
  const stream = Stream.of(seed).at(`options of ${id}`)
  return texts.flatMap(() => left.splice(Number(stream.below(BigInt(left.length))), 1))
}
