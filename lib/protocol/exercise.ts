import * as z from 'zod/mini'

/**
 * What a student may see of an exercise. The schemas are strict, so that no other field can slip in. It holds no
 * answer.
 */

export const PublicNode = z.strictObject({
  name: z.string(),
  role: z.enum(['given', 'param', 'node', 'loss']),
  /** Null where a step asks for it. */
  shape: z.nullable(z.array(z.number())),
  /** The node's name, typeset. */
  mathml: z.string(),
  /** Printed entries in row-major order, for `given` and `param` only, whose values the file states. */
  values: z.nullable(z.array(z.string())),
  /** Whether its entries are symbols: `values` are then their names (`a11`), which cells may use. */
  symbolic: z.boolean(),
  /** The right-hand side, typeset; null for `given` and `param`. */
  formula: z.nullable(z.string()),
  /** A short plain name of the outermost operation (`W1 @ x + b1`, `relu`), for the arrow in the picture. */
  operation: z.nullable(z.string()),
  /** Names of the nodes that its expression uses, each once, in order of appearance. */
  inputs: z.array(z.string()),
})
export type PublicNode = z.infer<typeof PublicNode>

export const StepKind = z.enum([
  'value',
  'gradient',
  'partial',
  'formula',
  'shape',
  'number',
  'find',
  'choice',
  'text',
])
export type StepKind = z.infer<typeof StepKind>

/** One of the answers that a step offers. */
export const Choice = z.strictObject({
  /** What is sent as the cell's text. */
  value: z.string(),
  text: z.string(),
  /** The text typeset, where it is a quantity. */
  mathml: z.nullable(z.string()),
})
export type Choice = z.infer<typeof Choice>

/** A question in words. */
export const Question = z.strictObject({
  /** The question as marked text. */
  asked: z.string(),
  /** Whether one of the choices is picked, or all that apply, or the answer is words of one's own. */
  pick: z.enum(['one', 'all', 'words']),
})
export type Question = z.infer<typeof Question>

/** Which of the steps that one statement of the file makes together (`nudge`, a round of `descend`) this is. */
export const StepFamily = z.strictObject({
  /** What its steps have in common: `nudge`, `descend 2, step 2`. */
  name: z.string(),
  member: z.enum(['predicted', 'actual', 'loss', 'param']),
  /** What tells this one from the others, plain: `predicted`, `W1`. */
  called: z.string(),
  /** The same typeset, where it is a quantity: the loss or a parameter. */
  mathml: z.nullable(z.string()),
})
export type StepFamily = z.infer<typeof StepFamily>

/** What a step stands in: names only, so that a page puts in the numbers that it knows. */
export const StepAbout = z.strictObject({
  /** Nodes of the forward pass whose formulas it is about, in the file's order. */
  lines: z.array(z.string()),
  /** Nodes in them whose values the file states, and `dL/dNAME` where the file gives that gradient. */
  given: z.array(z.string()),
  /** Ids of steps whose answers are numbers in them. */
  found: z.array(z.string()),
})
export type StepAbout = z.infer<typeof StepAbout>

/** What counts at a step besides the exact value, or that nothing else does. */
export const PublicAcceptance = z.discriminatedUnion('kind', [
  /** A decimal that is correctly rounded to at least so many places. */
  z.strictObject({ kind: z.literal('rounded'), places: z.number() }),
  /** A decimal that is correctly rounded to at least so many significant figures. */
  z.strictObject({ kind: z.literal('figures'), figures: z.number() }),
  /** Whatever is at most so far away; `of` is a number as people write it. */
  z.strictObject({ kind: z.literal('within'), of: z.string() }),
  z.strictObject({ kind: z.literal('exact') }),
])
export type PublicAcceptance = z.infer<typeof PublicAcceptance>

export const PublicStep = z.strictObject({
  /** The step's id, such as `dL/dW1` or `nudge.predicted` (docs/command-line.md 1). */
  id: z.string(),
  kind: StepKind,
  /** Shape of the grid of cells that is typed; `[]` is one cell. A `shape` or `formula` step is one cell too, and a question in words. */
  shape: z.array(z.number()),
  /** The target, typeset (for `nudge` and `descend` a phrase with the formula in it would be too long: see `title`). */
  mathml: z.string(),
  /** The same in words, for screen readers and narrow headings: `gradient of L with respect to W1`, `actual change of the loss`. */
  title: z.string(),
  /** What it is called inside a sentence, as marked text; its title where this is left out. */
  name: z.optional(z.string()),
  /** Marked text that stands in place of the formula where that does not say which step it is: a nudge, a descent. */
  phrase: z.optional(z.string()),
  family: z.optional(StepFamily),
  /** One line above the grid, where the step needs one, as marked text: what to add where, which convention holds. */
  remark: z.nullable(z.string()),
  /** The node asked about, for the picture; null for nudges and descents. `kind` tells the pass. */
  node: z.nullable(z.string()),
  /** The index, from 1, of the one entry that is asked; left out where the whole is. */
  index: z.optional(z.array(z.number())),
  /** The circuit on whose picture it is answered; left out of other steps. */
  circuit: z.optional(z.string()),
  points: z.number(),
  /** How exact the answer has to be; null where nothing is said, which asks for the exact value. */
  acceptance: z.nullable(PublicAcceptance),
  /** What stands above its cells; a choice has nothing above it. */
  about: z.optional(StepAbout),
  /** The choices, at a step that is answered by a choice and not typed. */
  choices: z.optional(z.array(Choice)),
  /** What is asked, where that is a question in words (`choice`, `text`) and no quantity. */
  question: z.optional(Question),
  /** The nodes and the `dL/dNAME` that a formula may use, for the echo; null unless it is a `formula` step. */
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
      /** As a step has it. */
      phrase: z.optional(z.string()),
      shape: z.array(z.number()),
      /** Row-major, printed. */
      values: z.array(z.string()),
    }),
  ),
})
export type PublicSheet = z.infer<typeof PublicSheet>

/** A circuit: operations on single numbers, as its picture is drawn. Its values are those of the nodes. */
export const PublicCircuit = z.strictObject({
  /** The name of the node that it computes, whose operation is the last one. */
  name: z.string(),
  /** Its right-hand side, typeset. */
  formula: z.string(),
  /** Its operations in the order of evaluation. The step of a value has the name of its node; `step` asks for its gradient. */
  gates: z.array(z.strictObject({ node: z.string(), sign: z.string(), step: z.string() })),
  /** Its wires in the order of use: from a node, or an entry of one, into an operation. */
  wires: z.array(
    z.strictObject({
      node: z.string(),
      index: z.nullable(z.array(z.number())),
      /** Where it comes from, as one word: `y`, `w[1]`. */
      source: z.string(),
      into: z.string(),
      /** Which of several wires it is, from 1; null of an only one. */
      nth: z.nullable(z.number()),
      /** The step that asks what comes back on it. */
      step: z.string(),
      /** The step that asks for the gradient of its source: where that has several wires, the sum over them. */
      sum: z.string(),
    }),
  ),
})
export type PublicCircuit = z.infer<typeof PublicCircuit>

export const PublicExercise = z.strictObject({
  /** Id of the exercise's version. */
  version: z.string(),
  title: z.string(),
  nodes: z.array(PublicNode),
  /** The upstream gradient that the file gives (`upstream dL/dC = …`), or null where a loss is given. */
  upstream: z.nullable(z.strictObject({ node: z.string(), values: z.array(z.string()) })),
  /** The circuits that the file asks; left out where there is none. */
  circuits: z.optional(z.array(PublicCircuit)),
  /** Notes (safe HTML with MathML) and steps in the order in which the file has them. */
  flow: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('note'), html: z.string() }),
      z.strictObject({ type: z.literal('step'), step: PublicStep }),
      z.strictObject({ type: z.literal('sheet'), sheet: PublicSheet }),
      /**
       * A part that is kept back until what `message` says is done. Its size is not told, because that would tell
       * what was spoiled.
       */
      z.strictObject({ type: z.literal('locked'), message: z.string() }),
    ]),
  ),
})
export type PublicExercise = z.infer<typeof PublicExercise>

/** An error in a `.chalk` file; line and column count from 1. */
export const ChalkError = z.strictObject({
  line: z.number(),
  column: z.number(),
  /** Marked text on the wire; plain on the command line. */
  message: z.string(),
})
export type ChalkError = z.infer<typeof ChalkError>
