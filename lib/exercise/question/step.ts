import type { QuestionPlan } from './question'

interface QuestionStep {
  readonly id: string
  /** One cell: whatever was chosen or written is judged as a whole. */
  readonly shape: readonly []
  readonly points: number
  readonly acceptance: null
  readonly hints: readonly string[]
}

/** A step that is answered by one or more of some texts. */
export interface ChoiceStep extends QuestionStep {
  readonly kind: 'choice'
  /** In the file's order, as everything here. */
  readonly options: readonly string[]
  /** The right ones, at least one. */
  readonly answer: readonly string[]
}

/** A step that is answered in words, which no engine grades. */
export interface WordsStep extends QuestionStep {
  readonly kind: 'text'
  /** There is none. */
  readonly answer: ''
}

export function questionStep({ id, kind, options, points, hints }: QuestionPlan): ChoiceStep | WordsStep {
  const base = { id, shape: [], points, acceptance: null, hints } as const
  if (kind === 'text') return { ...base, kind, answer: '' }
  const texts = options.map(({ text }) => text)
  return {
    ...base,
    kind,
    options: texts,
    answer: options.flatMap(({ text, right }) => (right ? [text] : [])),
  }
}
