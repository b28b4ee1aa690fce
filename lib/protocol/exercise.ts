import * as z from 'zod/mini'

/** What a student may see of an exercise: strict, so that nothing can ride along. No answer is in it. */

export const PublicNode = z.strictObject({
  name: z.string(),
  role: z.enum(['given', 'param', 'node', 'loss']),
  /** Null where it is what a step asks for. */
  shape: z.nullable(z.array(z.number())),
  /** The node's name, typeset. */
  mathml: z.string(),
  /** Entries in row-major order, printed; only of `given` and `param`, whose values the file itself states. */
  values: z.nullable(z.array(z.string())),
  /** Its entries have no values: `values` are their names (`a11`), and cells may use them. */
  symbolic: z.boolean(),
  /** The right-hand side, typeset; null for `given` and `param`. */
  formula: z.nullable(z.string()),
  /** A short plain name of the outermost operation (`W1 @ x + b1`, `relu`), for the arrow in the picture. */
  operation: z.nullable(z.string()),
  /** Names of the nodes that its expression uses, each once, in order of appearance. */
  inputs: z.array(z.string()),
})
export type PublicNode = z.infer<typeof PublicNode>

export const StepKind = z.enum(['value', 'gradient', 'partial', 'formula', 'shape', 'number', 'find'])
export type StepKind = z.infer<typeof StepKind>

/** One of the answers that a step offers. */
export const Choice = z.strictObject({
  /** What is sent as the cell's text. */
  value: z.string(),
  text: z.string(),
  /** The same typeset, where it is a quantity. */
  mathml: z.nullable(z.string()),
})
export type Choice = z.infer<typeof Choice>

export const PublicStep = z.strictObject({
  /** The step's id, such as `dL/dW1` or `nudge.predicted` (docs/command-line.md 1). */
  id: z.string(),
  kind: StepKind,
  /** Shape of the grid of cells that is typed; `[]` is one cell. A `shape` or `formula` step is one cell too. */
  shape: z.array(z.number()),
  /** The target, typeset (for `nudge` and `descend` a phrase with the formula in it would be too long: see `title`). */
  mathml: z.string(),
  /** The same in words, for screen readers and narrow headings: `gradient of L by W1`, `actual change of the loss`. */
  title: z.string(),
  /** One line above the grid where the step needs one, plain text: what to add where, which convention holds. */
  remark: z.nullable(z.string()),
  /** For the picture: the node asked about and which pass, or null (nudge, descend). */
  node: z.nullable(z.string()),
  points: z.number(),
  /** Decimal places wanted, where the step says `rounded K`. */
  rounded: z.nullable(z.number()),
  /** Of a step that is answered by a choice and not typed. */
  choices: z.optional(z.array(Choice)),
  /** What a formula may name, of nodes and of `dL/dNAME`, for the echo; null of every step that is no `formula` step. */
  names: z.nullable(
    z.strictObject({ nodes: z.array(z.string()), gradients: z.array(z.string()), loss: z.string() }),
  ),
})
export type PublicStep = z.infer<typeof PublicStep>

/** Somebody's answers to the steps of an exercise, with a mistake in them: a trace (docs/language.md 5). */
export const PublicSheet = z.strictObject({
  /** `find`, `find2`: what the ids of its steps begin with. */
  id: z.string(),
  entries: z.array(
    z.strictObject({
      /** The step that is answered. */
      step: z.string(),
      mathml: z.string(),
      title: z.string(),
      shape: z.array(z.number()),
      /** Row-major, printed. */
      values: z.array(z.string()),
    }),
  ),
})
export type PublicSheet = z.infer<typeof PublicSheet>

export const PublicExercise = z.strictObject({
  /** Id of the exercise's version. */
  version: z.string(),
  title: z.string(),
  nodes: z.array(PublicNode),
  /** The upstream gradient that the file gives (`upstream dL/dC = …`), or null where a loss is given. */
  upstream: z.nullable(z.strictObject({ node: z.string(), values: z.array(z.string()) })),
  /** Notes (safe HTML with MathML) and steps in the order in which the file has them. */
  flow: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('note'), html: z.string() }),
      z.strictObject({ type: z.literal('step'), step: PublicStep }),
      z.strictObject({ type: z.literal('sheet'), sheet: PublicSheet }),
      /** More comes here when what `message` says is done. How much is not told: it would tell what was spoiled. */
      z.strictObject({ type: z.literal('locked'), message: z.string() }),
    ]),
  ),
})
export type PublicExercise = z.infer<typeof PublicExercise>

/** An error in a `.chalk` file; line and column count from 1. */
export const ChalkError = z.strictObject({
  line: z.number(),
  column: z.number(),
  message: z.string(),
})
export type ChalkError = z.infer<typeof ChalkError>
