import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { ClassHistory } from '@/lib/protocol/history'
import { Bounded } from '../bounded'
import { classMark } from '../db/class-answers'
import type { ClassRecord } from '../db/classes'
import { classHistory } from './class-history'

/** A history as it goes out, with a tag that changes when anything was added to the class. */
export interface KeptHistory {
  readonly tag: string
  readonly json: string
}

/** A few: they have some hundred KB each. */
const histories = new Bounded<{ mark: string; made: Promise<KeptHistory> }>(8)
/**
 * Histories that are made at once. They are made on the thread that serves classes, which many reloading teachers
 * must not stop.
 */
const atOnce = 3
let making = 0

/** Made once for everybody who asks while nothing changes; null where many others are being made right now. */
export async function keptHistory(taught: ClassRecord): Promise<KeptHistory | null> {
  const mark = `${taught.title} ${await classMark(taught.id)}`
  const known = histories.get(taught.id)
  if (known?.mark === mark) return known.made
  if (making >= atOnce) return null
  const made = make(taught, mark)
  const history = { mark, made }
  histories.set(taught.id, history)
  made.catch(() => histories.drop(taught.id, history))
  return made
}

async function make(taught: ClassRecord, mark: string): Promise<KeptHistory> {
  making += 1
  try {
    // The schema is an allow-list: what it does not name is an error and not a leak.
    const json = JSON.stringify(z.parse(ClassHistory, await classHistory(taught)))
    const hash = createHash('sha256').update(`${taught.id} ${mark}`).digest('base64url')
    return { tag: `"${hash}"`, json }
  } finally {
    making -= 1
  }
}
