import { type CallForm, calls } from '../calls'

/** Functions of exercise files that only move entries about, for which a formula has no sign. */
const without = new Set(['concat', 'embed', 'flatten', 'reshape', 'slice', 'stack', 'transpose'])

/** The functions that a formula may call, by their words: those of exercise files. */
export const formulaFunctions: ReadonlyMap<string, CallForm> = new Map(
  [...calls].filter(([word]) => !without.has(word)),
)

/** Other spellings of their words. */
export const functionSpellings: ReadonlyMap<string, string> = new Map([
  ...[...formulaFunctions.keys()].map((word): [string, string] => [word, word]),
  ['σ', 'sigmoid'],
])

/** How many tensors and integers stand between the brackets of a call. */
export function argumentsOf({ inputs, mostInputs = inputs, settings }: CallForm) {
  const shape = { least: 1, most: 4 }
  const bounds = settings === 'shape' ? shape : settings === 'windows' ? { least: 1, most: 2 } : settings
  return { tensors: mostInputs, least: inputs + bounds.least, most: mostInputs + bounds.most }
}

/** Whether the integer behind its tensors is an axis. */
export function takesAxis({ settings, usages }: CallForm): boolean {
  return typeof settings === 'object' && settings.most > 0 && usages.some(usage => usage.includes('axis'))
}

const several = [...functionSpellings].flatMap(([spelling, word]) => {
  const form = formulaFunctions.get(word)
  return form !== undefined && argumentsOf(form).most > 1 ? [spelling] : []
})
const endsWithSeveral = new RegExp(`(?:${several.join('|')})$`)

/** Whether commas in the brackets after this word part arguments; a function may stand at the end of a run, or be a method. */
export function takesSeveral(word: string): boolean {
  return endsWithSeveral.test(word) || /^\.\p{L}/u.test(word)
}
