/** Somebody of a class, as far as the order of joining is concerned. */
interface Comer {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly joinedAt: number
}

/** Compares two people by when they joined; who joined in the same millisecond is told apart by id, as the database does. */
export function byJoining(a: Comer, b: Comer): number {
  return a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * The same people in the order of joining, whichever desk opened first; the same object where they stand in that order
 * already.
 */
export function inOrderOfJoining<Person extends Comer>(
  people: ReadonlyMap<string, Person>,
): ReadonlyMap<string, Person> {
  let last: Person | undefined
  for (const person of people.values()) {
    if (last && byJoining(last, person) > 0)
      return new Map([...people].sort(([, one], [, other]) => byJoining(one, other)))
    last = person
  }
  return people
}
