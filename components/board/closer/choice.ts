/** An exercise that a class can be given, in the version that it would get. */
export interface ChoosableExercise {
  readonly version: string
  readonly title: string
  readonly kind: 'built-in' | 'own' | 'chosen'
  /** A built-in one has a section, named by its title, and takes so many minutes the first time. */
  readonly section?: string
  readonly minutes?: number
  /** The version that gives each student other numbers, where it is another one. */
  readonly drawn?: string
  /** Whether the version itself draws its numbers: a teacher's own with `random` values. */
  readonly draws?: boolean
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
  const known = new Map(
    choosable.flatMap(exercise => [
      [exercise.version, exercise],
      ...(exercise.drawn === undefined ? [] : [[exercise.drawn, exercise] as const]),
    ]),
  )
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

export interface ChoiceGroup {
  readonly title: string
  readonly choices: readonly Choice[]
}

/**
 * What there is to choose from: the teacher's own, then the library by section, then what only the class has. `order` is that of the
 * library. With `sought`, those alone whose title or section has these letters.
 */
export function groupsOf(
  choices: readonly Choice[],
  order: readonly ChoosableExercise[],
  sought = '',
): ChoiceGroup[] {
  const places = new Map(order.map(({ version }, place) => [version, place]))
  const place = ({ version }: Choice): number => places.get(version) ?? order.length
  const titles = [...new Set(['Yours', ...order.map(titleOf), 'Only in this class'])]
  const letters = sought.trim().toLowerCase()
  const found = (choice: Choice): boolean =>
    `${titleOf(choice)}\n${choice.title}`.toLowerCase().includes(letters)
  return titles
    .map(title => ({
      title,
      choices: choices
        .filter(choice => titleOf(choice) === title && found(choice))
        .sort((a, b) => place(a) - place(b)),
    }))
    .filter(group => group.choices.length > 0)
}

function titleOf({ kind, section }: ChoosableExercise): string {
  if (kind === 'own') return 'Yours'
  return kind === 'chosen' ? 'Only in this class' : (section ?? 'Built in')
}

/** Moves a chosen exercise before the chosen one above it, or behind the one below it. */
export function movedBy(choices: readonly Choice[], version: string, by: -1 | 1): Choice[] {
  const picked = choices.filter(choice => choice.picked)
  const neighbour = picked[picked.findIndex(choice => choice.version === version) + by]
  return neighbour === undefined ? [...choices] : moved(choices, version, choices.indexOf(neighbour))
}

/** Moves an exercise to another place, counted from 0; the others close up. */
export function moved(choices: readonly Choice[], version: string, to: number): Choice[] {
  const choice = choices.find(one => one.version === version)
  if (!choice) return [...choices]
  const rest = choices.filter(one => one.version !== version)
  const place = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, place), choice, ...rest.slice(place)]
}

/** What the class is given; with `own`, fresh numbers for each student wherever there are some. */
export function pickedVersions(choices: readonly Choice[], own = false): string[] {
  return choices
    .filter(({ picked }) => picked)
    .map(({ version, drawn }) => (own && drawn !== undefined ? drawn : version))
}

/** How many of the chosen can give each student other numbers. */
export function drawable(choices: readonly Choice[]): number {
  return choices.filter(({ picked, drawn, draws }) => picked && (drawn !== undefined || draws)).length
}

/**
 * Whether the dialog begins with own numbers for each student: as the class has it, and where nothing chosen tells, yes, because
 * the numbers of the library, with their answers, stand in the lesson for everybody.
 */
export function beginsOwn(
  choices: readonly Choice[],
  chosen: readonly { version: string; draws: boolean }[],
  ownNumbers: boolean,
): boolean {
  if (drawable(choices) === 0) return true
  return ownNumbers && chosen.some(({ draws }) => draws)
}

/** Titles of what leaves the desks, and of what stays there with other numbers. */
export interface Changes {
  readonly leave: readonly string[]
  readonly anew: readonly string[]
}

export function changesOf(
  choices: readonly Choice[],
  chosen: readonly { version: string; title: string; draws: boolean }[],
  { own, was }: { own: boolean; was: boolean },
): Changes {
  const next = new Set(pickedVersions(choices, own))
  const kept = (version: string): boolean =>
    choices.some(one => one.picked && (one.version === version || one.drawn === version))
  return {
    leave: chosen.filter(({ version }) => !kept(version)).map(({ title }) => title),
    anew: chosen
      .filter(({ version, draws }) => kept(version) && (!next.has(version) || (draws && own !== was)))
      .map(({ title }) => title),
  }
}
