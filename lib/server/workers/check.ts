import { report } from '../report'
import type { Jobs, Outcome } from './jobs'
import { WorkerPool } from './pool'

let pool: WorkerPool | undefined
let lintPool: WorkerPool | undefined

/**
 * Checks a teacher's file, in a thread of its own beside those that grade (docs/decisions 3): a file that
 * runs to its deadline holds up other previews at the most.
 */
export async function checkSource(source: string): Promise<Outcome<'check'>> {
  pool ??= new WorkerPool({ threads: 1, queue: 20, log: report })
  return pool.run('check', { source } satisfies Jobs['check']['ask'])
}

/** Reads an exercise with its key, beside the checks. It is for teachers. */
export async function previewSource(source: string): Promise<Outcome<'preview'>> {
  pool ??= new WorkerPool({ threads: 1, queue: 20, log: report })
  return pool.run('preview', { source } satisfies Jobs['preview']['ask'])
}

/**
 * Looks for what the numbers of a file hide, in a thread of its own, because it takes longer than a check, which goes
 * first.
 */
export async function lintSource(source: string): Promise<Outcome<'lint'>> {
  lintPool ??= new WorkerPool({ threads: 1, queue: 10, log: report })
  return lintPool.run('lint', { source } satisfies Jobs['lint']['ask'])
}
