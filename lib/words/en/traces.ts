import type { Mathematics, Subject } from '../argument'
import { text } from '../text'

/** A mistake of the catalogue by its id, and the step that it is made at. */
type At = { mistake: string; step: Mathematics | string }
type Step = Pick<At, 'step'>

/** Why there is no trace: for the author of the file. */
export const traces = {
  'traces.nothing-shown': () =>
    'a trace shows the steps that the file asks, and it asks for no number: ask z, h, …',
  'traces.twice': ({ mistake, step, line }: At & { line: number }) =>
    text`${mistake} at ${step} is traced already (line ${line})`,
  'traces.slip': ({ mistake }: { mistake: string }) =>
    text`${mistake} is a slip of the pen: a trace takes a mistake that has a rule`,
  'traces.unknown-mistake': ({ typed, near }: { typed: string; near: readonly string[] }) =>
    text`there is no mistake ${typed}: did you mean ${near[0] ?? ''} (or ${near.slice(1).join(', ')})?`,
  'traces.unknown-step': ({ typed, steps }: { typed: string; steps: readonly string[] }) =>
    text`there is no step ${typed}: the file has ${steps.length === 0 ? 'neither nudge nor descend' : steps.join(', ')}`,
  'traces.not-a-number': ({ kind }: { kind: string }) =>
    text`a mistake is made at a value, a gradient or a partial derivative, not at a ${kind}`,

  'traces.no-value': ({ step }: Step) => text`${step} has no value to go wrong from`,
  'traces.cannot-be-made': ({ mistake, step, possible }: At & { possible: readonly string[] }) =>
    text`${mistake} cannot be made at ${step}: ${possible.length === 0 ? 'no mistake of the catalogue can be made there' : `the mistakes that can be made there are ${possible.join(', ')}`}`,
  'traces.gives-right': ({ mistake, step }: At) =>
    text`on these numbers ${mistake} at ${step} gives the right answer`,
  'traces.unseen': ({ step }: Step) =>
    text`no step that the file asks rests on ${step}: the mistake would not be seen`,
  'traces.no-value-after': ({ mistake, step }: At) =>
    text`after ${mistake} at ${step} some step that the file asks has no value`,
  'traces.changes-nothing': ({ mistake, step }: At) =>
    text`on these numbers ${mistake} at ${step} changes no step that the file asks`,
} satisfies Subject
