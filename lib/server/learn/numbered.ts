import type { DeskExercise } from '@/lib/classroom/desk'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { defaultSeed } from '@/lib/exercise/limits'
import { message } from '@/lib/words/message'
import { Bounded, keepMade } from '../bounded'
import { sharedPool } from '../workers/shared-pool'
import { crowded } from './budget'
import { type RungText, rungText } from './rungs'

/** A rung with the numbers of one person. */
export interface Numbered extends RungText {
  readonly exercise: DeskExercise
  /** Whether other numbers can be drawn, also where these are the rung's own. */
  readonly draws: boolean
}

type Made = OrRefused<{ numbered: Numbered }>

/** What visitors work on now; each holds some ten kilobytes. */
const kept = new Bounded<Promise<Made>>(300)

/** A rung with the numbers of a seed, or (null) its own. */
export async function numberedRung(slug: string, seed: number | null): Promise<Made> {
  const practice = await rungText(slug, true)
  const text = seed === null ? await rungText(slug, false) : practice
  if (!text || !practice) return refused('not-found', message('learn.no-such-rung'))
  const name = `${text.version} ${seed}`
  const known = kept.get(name)
  if (known) return known
  const made = keepMade(kept, name, prepare(text, seed ?? defaultSeed, practice.version !== text.version))
  // What was not made now is made when it is asked for again.
  void made.then(({ ok }) => !ok && kept.drop(name, made))
  return made
}

/** `others`: whether its fresh numbers stand in another text. */
async function prepare(text: RungText, seed: number, others: boolean): Promise<Made> {
  const outcome = await sharedPool().run('prepare', { ...text, seed }, 'visitors')
  if (!outcome.ok)
    return outcome.why === 'busy' ? crowded(5000) : refused('failed', message('desk.not-prepared'))
  const { answer } = outcome
  if (!answer.view) return refused('not-found', message('learn.no-such-numbers'))
  const { view, locks, draws, hints } = answer
  const exercise = { view, locks, seed, hints: new Map(hints) }
  return { ok: true, numbered: { ...text, exercise, draws: draws || others } }
}
