import { carriedProgress } from '@/lib/learning'
import type { Progress, ProgressFile } from '@/lib/protocol/learn-progress'
import { CarriedProgress, learnerLimits } from '@/lib/protocol/learner'

/** What is wrong with a file, and where. */
export type FileFault =
  | { readonly why: 'too-large' | 'not-ours' | 'newer' }
  /** No JSON: `line` counts from 1; null where the browser does not tell. */
  | { readonly why: 'not-json'; readonly line: number | null }
  | {
      readonly why: 'missing' | 'kind' | 'range' | 'name' | 'many' | 'returns'
      /** The way to the value: `progress › rungs › relu-mask › stage`. */
      readonly where: string
    }

export type ReadFile = { ok: true; progress: Progress } | { ok: false; fault: FileFault }

/** The text of a file that `progressFile` made, here or elsewhere, now or earlier. */
export function readProgressFile(text: string): ReadFile {
  if (text.length > learnerLimits.fileChars) return wrong({ why: 'too-large' })
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return wrong({ why: 'not-json', line: lineOf(error, text) })
  }
  if (!isObject(json) || json.chalkgrad !== 'progress') return wrong({ why: 'not-ours' })
  if (json.format !== 1) return wrong({ why: typeof json.format === 'number' ? 'newer' : 'not-ours' })
  const read = CarriedProgress.safeParse(json.progress)
  if (read.success) return { ok: true, progress: carriedProgress(read.data) }
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  const where = ['progress', ...path].map(String).join(' › ')
  return wrong({ why: whyOf(issue?.code ?? '', valueAt(json.progress, path), path), where })
}

/** The same of a file that somebody chose. What is far too large is not read at all. */
export async function readChosenFile(file: Blob): Promise<ReadFile> {
  return file.size > learnerLimits.fileChars
    ? wrong({ why: 'too-large' })
    : readProgressFile(await file.text())
}

/** What the file of a person's progress says. */
export function progressFile(progress: Progress, now: number): ProgressFile {
  return { chalkgrad: 'progress', format: 1, savedAt: now, progress }
}

const wrong = (fault: FileFault): ReadFile => ({ ok: false, fault })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function whyOf(code: string, value: unknown, path: readonly PropertyKey[]) {
  if (code === 'invalid_key') return 'name'
  if (code === 'custom') return path.at(-1) === 'dueAt' ? 'returns' : 'many'
  if (code === 'too_big' || code === 'too_small') return 'range'
  return value === undefined ? 'missing' : 'kind'
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  )
}

/** Browsers tell the place of the fault in their own words: a position, or a line. */
function lineOf(error: unknown, text: string): number | null {
  const said = error instanceof Error ? error.message : ''
  const line = /line (\d+) column/.exec(said)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(said)?.[1]
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length
}
