/**
 * Bounds on what a browser may send, counted before anything is parsed. What one cell may hold is up to its reader
 * (lib/language/answer/limits.ts).
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
  /** A worked solution: lines of one step, and characters of the words, the text and the MathML of one line. */
  solutionLines: 200,
  solutionSays: 600,
  solutionText: 131_072,
  solutionMathml: 262_144,
  /** The latest answers of one student at one step that a board is sent. */
  attemptsShown: 50,
  /** Characters of a mistake's id. */
  mistakeChars: 60,
  /** A shared mistake: different texts that are shown, and students whose answers are read for them. */
  typedShown: 8,
  typedRead: 200,
  /** The longest countdown: a day. */
  countdownMs: 86_400_000,
  /** The highest cap on the attempts at a step. */
  attemptsCap: 100,
  /** Characters of an answer in words. */
  wordsChars: 2000,
  /** Answers to a question in words that a board is told at once. */
  answersListed: 500,
  /** Answers that a teacher marks at once. */
  marksAtOnce: 500,
  /** Characters of the note to a verdict that a teacher overrides, after folding. */
  noteChars: 300,
  /** A teacher's message: characters after folding, and the most messages that a board lists and a desk shows. */
  messageChars: 600,
  messagesListed: 50,
  messagesShown: 12,
  /**
   * A poll: characters of its question, the most wrong answers that it offers, and the most cells and characters of
   * each.
   */
  questionChars: 200,
  pollOptions: 4,
  pollCells: 64,
  pollOptionChars: 1000,
  /** Distinct wrong answers that a poll can be made of, the most common ones. */
  wrongAnswersListed: 40,
  /** Bytes of a roster as pasted, below what one message may hold. */
  rosterBytes: 100_000,
  /** The most students waiting at the door, and the most removed students, that a board is told about. */
  doorShown: 200,
} as const
