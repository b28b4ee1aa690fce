import { indexOf, type Shape, sizeOf } from '@/lib/exact/tensor'

/** The sentences of verdicts. None holds a right value, nor a hint of where it lies ([G9]); numbers here count cells. */

const words = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ')

function inWords(count: number): string {
  return words[count] ?? String(count)
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}

/** `(3, 2)` of a matrix, `2` of a vector: counted from 1. */
function position(shape: Shape, place: number): string {
  const index = indexOf(shape, place).map(i => i + 1)
  return index.length === 1 ? String(index[0]) : `(${index.join(', ')})`
}

const mostNamed = 3

/** `Entry (3, 2)`, `Entries 1, 2 and 4`, `Entries (1, 1), (1, 2), (2, 1) and two more`. */
function nameEntries(shape: Shape, places: readonly number[]): string {
  const named = places.slice(0, mostNamed).map(place => position(shape, place))
  const more = places.length - named.length
  const all = more > 0 ? [...named, `${inWords(more)} more`] : named
  const list = all.length === 1 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
  return `${places.length === 1 ? 'Entry' : 'Entries'} ${list}`
}

export function rightMessage(shape: Shape, onlyRounded: boolean): string {
  const count = sizeOf(shape)
  if (onlyRounded) return count === 1 ? 'Right, correctly rounded.' : 'All right, correctly rounded.'
  if (count === 1) return 'Right, exactly.'
  return count === 2 ? 'Right, both entries.' : `Right, all ${inWords(count)} entries.`
}

/** `wrong` lists the places of the wrong cells, at least one. */
export function wrongMessage(shape: Shape, wrong: readonly number[]): string {
  const count = sizeOf(shape)
  if (count === 1) return 'Not there yet.'
  const right = count - wrong.length
  if (right === 0 && count === 2) return 'Neither entry is there yet.'
  if (right === 0) return `None of the ${inWords(count)} entries is there yet.`
  const yet = wrong.length === 1 ? 'is not there yet' : 'are not there yet'
  return `${capital(inWords(right))} of ${inWords(count)}. ${nameEntries(shape, wrong)} ${yet}.`
}

export const exactHint = 'Answers are exact: a rounded decimal does not count, a fraction does.'

export function placesHint(places: number): string {
  return `Type at least ${places === 1 ? '1 decimal place' : `${places} decimal places`}, or the exact value.`
}

/** `unread` lists the places of the cells that cannot be read, `first` says what is wrong with the first of them. */
export function unreadMessage(shape: Shape, unread: readonly number[], first: string): string {
  if (sizeOf(shape) === 1) return `Not checked, no attempt spent. ${first}`
  const others = unread.length - 1
  const entries = others === 1 ? 'entry' : 'entries'
  const more = others === 0 ? '' : ` ${capital(inWords(others))} more ${entries} cannot be read either.`
  return `Not checked, no attempt spent. ${nameEntries(shape, unread.slice(0, 1))}: ${first}${more}`
}

export function countMessage(shape: Shape, arrived: number): string {
  const [expected, found] = [sizeOf(shape), arrived].map(
    count => `${count} ${count === 1 ? 'entry' : 'entries'}`,
  )
  return `Not checked, no attempt spent. This step has ${expected}, the answer has ${found}.`
}

/** `z`, `z and h`, `z, h and one more`: steps by their ids, which are how they are written. */
function nameSteps(steps: readonly string[]): string {
  const named = steps.slice(0, mostNamed)
  const more = steps.length - named.length
  const all = more > 0 ? [...named, `${inWords(more)} more`] : named
  return all.length === 1 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

/** [G4] `steps` are those whose own answers it follows, at least one. */
export function followsMessage(steps: readonly string[]): string {
  const answers = steps.length === 1 ? 'That earlier answer is' : 'Those earlier answers are'
  return `Right, given your own ${nameSteps(steps)}. ${answers} not exact yet.`
}

/** [G4] As `wrongMessage`, where some cells follow from earlier answers and others are still wrong. */
export function partlyMessage(shape: Shape, wrong: readonly number[], steps: readonly string[]): string {
  return `Given your own ${nameSteps(steps)}: ${wrongMessage(shape, wrong)}`
}

/** [G5] `steps` are those that leave nothing to work out here. */
export function mendMessage(steps: readonly string[]): string {
  const them = steps.length === 1 ? 'As it stands' : 'As they stand'
  return `Mend ${nameSteps(steps)} first. ${them}, nothing is left to work out here.`
}

/** [G8] All that is said of a slip. */
export const slipHint = 'Recompute this row.'

/** Of `find.step` and `find.mistake`; whether the mistake was made before or after what was chosen is not told ([G9]). */
export function findMessage(asks: 'step' | 'mistake', right: boolean): string {
  if (asks === 'step') {
    return right ? 'Right, that is where it went wrong.' : 'That is not where it went wrong.'
  }
  return right ? 'Right, that is what was done there.' : 'Not that one. It would have given other numbers.'
}
