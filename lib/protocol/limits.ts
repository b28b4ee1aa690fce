/**
 * Bounds on what a browser may send, counted before anything is parsed. What one cell may hold is up to its reader
 * (lib/exact/answer/limits.ts).
 */
export const limits = {
  /** Entries of one tensor (docs/language.md 7). */
  tensorEntries: 4096,
  /** Characters of all cells of one submission together. */
  submissionChars: 65_536,
  /** Bytes of one socket message, above the largest honest submission. */
  messageBytes: 131_072,
  /** Bytes of a `.chalk` file (docs/language.md 7). */
  chalkBytes: 65_536,
  /** Bytes of the body of one HTTP request. */
  bodyBytes: 262_144,
  /** Characters of a person's name, after folding. */
  nameChars: 40,
  titleChars: 80,
  passphraseMin: 8,
  passphraseMax: 200,
  exercisesPerClass: 40,
  studentsPerClass: 2000,
  /** Of a worked solution: lines of one step, and characters of what one line says and holds. */
  solutionLines: 200,
  solutionSays: 600,
  solutionText: 131_072,
  solutionMathml: 262_144,
  /** Of the answers of one student at one step a board is sent the latest so many. */
  attemptsShown: 50,
  /** Characters of a mistake's id. */
  mistakeChars: 60,
  /** Of a shared mistake so many different texts are shown, out of the answers of so many students. */
  typedShown: 8,
  typedRead: 200,
  /** The longest countdown: a day. */
  countdownMs: 86_400_000,
  /** The highest cap on the attempts at a step. */
  attemptsCap: 100,
  /** Characters of a teacher's message, after folding; and how many of them a board lists and a desk shows at most. */
  messageChars: 600,
  messagesListed: 50,
  messagesShown: 12,
  /** Of a poll: characters of its question, how many wrong answers it offers, and how large one of them may be. */
  questionChars: 200,
  pollOptions: 4,
  pollCells: 64,
  pollOptionChars: 1000,
  /** Distinct wrong answers that a poll can be made of, the most common ones. */
  wrongAnswersListed: 40,
  /** Bytes of a roster as pasted, below what one message may hold. */
  rosterBytes: 100_000,
  /** Of those who wait at a class's door, and of those who were removed, a board is told so many. */
  doorShown: 200,
} as const
