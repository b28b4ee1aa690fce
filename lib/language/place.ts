/** Where something stands in an exercise file; both count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}
