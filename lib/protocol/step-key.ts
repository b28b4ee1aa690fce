import type { StepAddress } from './step-address'

/** A step of a version of an exercise, as one key: the version's id, a space, the step's id. */
export type StepKey = `${string} ${string}`

export function stepKey(version: string, step: string): StepKey {
  return `${version} ${step}`
}

export function keyOf({ version, step }: StepAddress): StepKey {
  return stepKey(version, step)
}

/** Undoes `keyOf`: a version's id holds no space. */
export function addressOf(key: StepKey): StepAddress {
  const space = key.indexOf(' ')
  return { version: key.slice(0, space), step: key.slice(space + 1) }
}

/** The version alone. */
export function versionOf(key: StepKey): string {
  return key.slice(0, key.indexOf(' '))
}

/** A version's id alone is none. */
export function isStepKey(text: string): text is StepKey {
  return text.includes(' ')
}
