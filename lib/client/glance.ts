import * as z from 'zod/mini'
import { KeptAddress } from '@/lib/protocol/step-address'
import { nameOfStep } from '@/lib/protocol/step-name'
import { Verdict } from '@/lib/protocol/verdict'
import type { DeskView } from './desk-view'

/** A `title` is marked text. */
const Step = z.object({ id: z.string(), title: z.string() })
export type Step = z.infer<typeof Step>

const Answer = z.object({
  attempt: z.number(),
  verdict: z.nullable(Verdict),
  /** The verdict in a few words, where it says more than its kind. */
  briefly: z.optional(z.string()),
})
export type Answer = z.infer<typeof Answer>

/**
 * What a student who goes away has seen of the desk: enough to tell later what changed. It is kept as JSON over
 * reloads.
 */
export const Glance = z.object({
  /** Unix milliseconds, by this device's clock. */
  at: z.number(),
  exercises: z.array(z.object({ version: z.string(), title: z.string(), steps: z.array(Step) })),
  /** By `stepKey`: the latest answers, and what is told of them. */
  answers: z.record(z.string(), Answer),
  /** By `stepKey`. */
  revealed: z.array(z.string()),
  /** By `stepKey`: what the teacher decided for this student alone. Glances of earlier versions do not say it. */
  decided: z.optional(z.record(z.string(), z.enum(['right', 'wrong', 'excused']))),
  paused: z.boolean(),
  hints: z.boolean(),
  cap: z.nullable(z.number()),
  focus: z.nullable(z.object({ id: z.number(), ...KeptAddress.shape })),
  /** When the countdown ends, on the clock of `at`; null without one. */
  endsAt: z.nullable(z.number()),
})
export type Glance = z.infer<typeof Glance>

/** `now` in Unix milliseconds and on the clock of `performance.now()`. Null before the desk is open. */
export function glanceOf(
  { desk, records, revealed, excused, pacing, endsAt }: DeskView,
  now: { unix: number; page: number },
): Glance | null {
  if (!desk || !pacing) return null
  return {
    at: now.unix,
    exercises: desk.exercises.map(({ version, title, flow }) => ({
      version,
      title,
      steps: flow.flatMap(part =>
        part.type === 'step' ? [{ id: part.step.id, title: nameOfStep(part.step) }] : [],
      ),
    })),
    answers: Object.fromEntries(
      [...records].map(([key, { attempt, result }]) => {
        const briefly = result?.briefly
        return [key, { attempt, verdict: result?.verdict ?? null, ...(briefly !== undefined && { briefly }) }]
      }),
    ),
    revealed: [...revealed.keys()],
    decided: Object.fromEntries([
      ...[...excused].map(key => [key, 'excused'] as const),
      ...[...records].flatMap(([key, { override }]) => (override ? [[key, override.verdict] as const] : [])),
    ]),
    paused: pacing.paused,
    hints: pacing.hints,
    cap: pacing.cap,
    focus: pacing.focus,
    endsAt: endsAt === null ? null : now.unix + endsAt - now.page,
  }
}
