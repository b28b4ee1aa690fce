import { parentPort } from 'node:worker_threads'
import { answer } from './answer'
import type { FromWorker, ToWorker } from './jobs'

/* The entry of a worker thread: one job at a time, each answered, a throw told instead of ending the thread. */
const tell = (message: FromWorker) => parentPort?.postMessage(message)

parentPort?.on('message', (given: ToWorker) => {
  for (const { id, ask } of given) {
    try {
      tell({ id, type: 'done', answer: answer(ask) })
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : 'not an error'
      tell({ id, type: 'failed', message })
    }
  }
})

tell({ type: 'ready' })
