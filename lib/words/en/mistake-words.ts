/** All that is said of one named mistake. */
export interface MistakeWords {
  /** For teachers: what somebody does who makes it. */
  readonly rule: string
  /** For authors: goes on from "It shows where"; null where it shows on all numbers. */
  readonly where: string | null
  /** A choice of `find.mistake`: what somebody else did. None names a step or a value. */
  readonly choice: string
  /** For the student who makes it: a question that points at the wrong rule, never at a value ([G9]). */
  readonly nudge: string
}
