/** A step of a version of an exercise, as one key: the version's id, a space, the step's id. */
export type StepKey = `${string} ${string}`

export function stepKey(version: string, step: string): StepKey {
  return `${version} ${step}`
}

/** Undoes `stepKey`: a version's id holds no space. */
export function stepOfKey(key: StepKey): { version: string; step: string } {
  const space = key.indexOf(' ')
  return { version: key.slice(0, space), step: key.slice(space + 1) }
}

/** A version's id alone is none. */
export function isStepKey(text: string): text is StepKey {
  return text.includes(' ')
}
