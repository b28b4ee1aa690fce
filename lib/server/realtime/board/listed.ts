interface Answer {
  /** When it was given. */
  readonly at: number
  readonly marked: boolean
}

/**
 * At most `most` answers in the order of time. Where there are more, those that are not marked yet go first, so that marking
 * what is listed brings the rest.
 */
export function listedOf<One extends Answer>(answers: readonly One[], most: number): One[] {
  const byTime = (a: Answer, b: Answer) => a.at - b.at
  return answers
    .toSorted((a, b) => Number(a.marked) - Number(b.marked) || byTime(a, b))
    .slice(0, most)
    .sort(byTime)
}
