import {
  hasDraws,
  Linter,
  lintView,
  locksOf,
  publicView,
  shownSolution,
  suggestionsFor,
  workedInWords,
  workedStep,
} from '@/lib/exercise'
import { engineVersion, gradeStep, orderItem, pollOptions, toldOrder } from '@/lib/grading'
import { notebookOf } from '@/lib/notebook/notebook'
import { plainSentence, sentenceOf } from '@/lib/words/sentence'
import { chalkError } from './chalk-error'
import type { Ask, JobName, Jobs } from './jobs'
import { keyOf, readKey } from './keys'

/** A preview has no stored version; the view needs an id that fits the schema. */
const previewVersion = 'preview000000000000000'

/** Does a job of a worker; tests call it directly. */
export function answer(ask: Ask): Jobs[JobName]['answer'] {
  switch (ask.job) {
    case 'check': {
      const reading = readKey(ask.source)
      if (!reading.ok) return { title: null, view: null, errors: reading.errors.map(chalkError) }
      const view = publicView(reading.key, previewVersion, sentenceOf)
      return { title: view.title, view, errors: [] }
    }
    case 'preview': {
      const reading = readKey(ask.source)
      if (!reading.ok) return { view: null, key: [] }
      const { key } = reading
      return {
        view: publicView(key, previewVersion, sentenceOf),
        key: key.steps.map(step => ({ step: step.id, cells: shownSolution(step, key.exercise) })),
      }
    }
    case 'lint': {
      const reading = readKey(ask.source)
      if (!reading.ok) return { lint: null }
      const { key } = reading
      const linter = new Linter(key.exercise)
      linter.add(key)
      return { lint: lintView(key.exercise, linter.report(suggestionsFor(key, ask.source)), sentenceOf) }
    }
    case 'prepare': {
      const reading = keyOf(ask.version, ask.source, ask.seed, ask.lane)
      if (!reading.ok) return { view: null }
      const { key } = reading
      // The hints of all shown steps are here, because the numbers decide which of them are asked anew.
      const asked = [...key.exercise.shown, ...key.steps]
      const hints = [...new Map(asked.map(({ id, hints }) => [id, hints] as const))]
      return {
        view: publicView(key, ask.version, sentenceOf),
        locks: locksOf(key),
        draws: hasDraws(key.exercise),
        hints: hints.filter(([, texts]) => texts.length > 0),
      }
    }
    case 'solution': {
      const reading = keyOf(ask.version, ask.source, ask.seed, ask.lane)
      if (!reading.ok) return { cells: null }
      const step = reading.key.steps.find(step => step.id === ask.step)
      return { cells: step ? shownSolution(step, reading.key.exercise) : null }
    }
    case 'worked': {
      const reading = keyOf(ask.version, ask.source, ask.seed, ask.lane)
      const worked = reading.ok ? workedStep(reading.key, ask.step) : null
      return { lines: worked && workedInWords(worked, sentenceOf).lines }
    }
    case 'order': {
      const reading = keyOf(ask.version, ask.source, ask.seed, ask.lane)
      const item = reading.ok ? orderItem(reading.key, ask.step) : null
      return { order: item && toldOrder(item, ask.placed, sentenceOf) }
    }
    case 'notebook': {
      const { version, source, seed = null, library, lane } = ask
      const reading = keyOf(version, source, seed ?? undefined, lane)
      return { notebook: reading.ok ? notebookOf(reading.key, { library, seed, say: plainSentence }) : null }
    }
    case 'options': {
      const reading = keyOf(ask.version, ask.source, ask.seed, ask.lane)
      return { options: reading.ok ? pollOptions(reading.key, ask.step, ask.answers, ask.right) : null }
    }
    case 'grade': {
      const reading = keyOf(ask.version, ask.source, ask.seed, ask.lane)
      const step = reading.ok ? reading.key.steps.find(step => step.id === ask.step) : undefined
      if (!reading.ok || !step) return { verdict: null, follows: [], engine: engineVersion }
      const { verdict, follows } = gradeStep(
        reading.key,
        ask.step,
        ask.cells,
        new Map(ask.earlier),
        new Set(ask.revealed),
      )
      return { verdict, follows, engine: engineVersion }
    }
  }
}
