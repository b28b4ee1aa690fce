import type { Mathematics, Subject } from '../argument'
import { listed, text } from '../text'

type Named = { name: Mathematics }
/** A step by its id; one that is no quantity (`nudge.predicted`, `shape z`) is a string. */
type Step = { step: Mathematics | string }
type Change = { change: 'nudge' | 'descend' | 'ascend' }

/** Why an exercise file cannot ask what it asks, and what is wrong with its loss or its upstream gradient. */
export const targets = {
  'targets.asked-already': ({ step, line }: Step & { line: number }) =>
    text`${step} is asked already (line ${line})`,
  'targets.no-gradients': () =>
    'a gradient is asked for, and the file has neither a loss nor an upstream gradient',
  'targets.start-of-backward': ({ gradient }: { gradient: Mathematics }) =>
    text`${gradient} is where the backward pass starts: there is no formula to find`,
  'targets.formula-of-partial': () =>
    'a formula is asked for a node (formula z) or a gradient (formula dL/dz)',
  'targets.shape-of-partial': () => 'shape is asked of a node (shape z) or a gradient (shape dL/dz)',
  'targets.formula-of-stated': ({ name, role }: Named & { role: 'given' | 'param' }) =>
    text`${name} is a ${role}: it is not computed, so there is no formula for it`,
  'targets.partial-of-stated': ({ name }: Named) =>
    text`${name} is not computed from anything: it has no partial derivatives`,
  'targets.partial-by-other': ({
    of,
    by,
    uses,
  }: {
    of: Mathematics
    by: Mathematics
    uses: readonly Mathematics[]
  }) =>
    text`${by} does not occur in the expression of ${of}, which uses ${uses.length === 0 ? 'no node at all' : listed(uses)}`,
  'targets.not-rounded': ({ kind }: { kind: 'shape' | 'formula' | 'count' }) =>
    text`a ${kind} is not rounded`,
  'targets.always-exact': ({ kind }: { kind: 'shape' | 'formula' | 'count' }) =>
    text`a ${kind} is always compared exactly`,
  'targets.not-of-entry': ({ kind }: { kind: 'shape' | 'formula' | 'count' }) =>
    text`${kind} is asked of a whole node, not of one entry`,
  'targets.no-decimal-of-symbols': ({ step }: Step) =>
    text`${step} holds symbols: there is no decimal to round it to`,
  'targets.no-distance-to-symbols': ({ step }: Step) =>
    text`${step} holds symbols: there is no number to be within a distance of`,

  'targets.second-loss': ({ name, line }: Named & { line: number }) =>
    text`a second loss: the loss is ${name} already (line ${line})`,
  'targets.loss-and-upstream': ({ line }: { line: number }) =>
    text`the file has a loss (line ${line}): an upstream gradient takes the place of one`,
  'targets.second-upstream': ({ line }: { line: number }) =>
    text`a second upstream: the first is on line ${line}`,

  'targets.repeat-alone': () =>
    'repeat makes rounds of the update lines right before it, and there is none before it',
  'targets.updated-already': ({ name, line }: Named & { line: number }) =>
    text`${name} is updated already in this round (line ${line})`,
  'targets.update-of-node': ({ name }: Named) => text`${name} is computed: update changes a param or a given`,
  'targets.update-by-node': ({ name }: Named) =>
    text`${name} is computed: the rule of an update holds numbers, givens, params and gradients (dL/dNAME)`,
  'targets.change-of-upstream': ({ change }: Change) =>
    text`${change} needs a loss, and the file gives an upstream gradient instead`,
  'targets.change-without-loss': ({ change }: Change) => text`${change} needs a loss: loss NAME = …`,
  'targets.change-without-param': ({ change }: Change) =>
    text`${change} moves the parameters, and the file has no param`,
} satisfies Subject
