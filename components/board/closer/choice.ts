/** An exercise that a class can be given, in the version that it would get. */
export interface ChoosableExercise {
  readonly version: string
  readonly title: string
  readonly kind: 'built-in' | 'own' | 'chosen'
}

/** One line of the dialog. */
export interface Choice extends ChoosableExercise {
  readonly picked: boolean
}

/**
 * The chosen ones first, in the class's order, then the rest. A version that the class works on but the teacher could
 * not pick today (an earlier one, or a colleague's) stays in the list, because leaving it out would take it from the
 * class.
 */
export function choicesOf(
  choosable: readonly ChoosableExercise[],
  chosen: readonly { version: string; title: string }[],
): Choice[] {
  const known = new Map(choosable.map(exercise => [exercise.version, exercise]))
  const picked = chosen.map(
    ({ version, title }): Choice => ({
      ...(known.get(version) ?? { version, title, kind: 'chosen' }),
      picked: true,
    }),
  )
  const taken = new Set(picked.map(({ version }) => version))
  const rest = choosable.filter(({ version }) => !taken.has(version))
  return [...picked, ...rest.map(exercise => ({ ...exercise, picked: false }))]
}

/** Picks an exercise or leaves it out; the order stays. */
export function toggled(choices: readonly Choice[], version: string): Choice[] {
  return choices.map(choice => (choice.version === version ? { ...choice, picked: !choice.picked } : choice))
}

/** Moves an exercise to another place, counted from 0; the others close up. */
export function moved(choices: readonly Choice[], version: string, to: number): Choice[] {
  const choice = choices.find(one => one.version === version)
  if (!choice) return [...choices]
  const rest = choices.filter(one => one.version !== version)
  const place = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, place), choice, ...rest.slice(place)]
}

export function pickedVersions(choices: readonly Choice[]): string[] {
  return choices.filter(({ picked }) => picked).map(({ version }) => version)
}
