import type { GradedStep } from '@/lib/grading'
import { verdictInWords } from '@/lib/grading/in-words'
import type { StepVerdict } from '@/lib/protocol/verdict'
import type { Speaker } from '@/lib/words/argument'

/** A verdict as pages get it: its sentences, with their mathematics marked, and what it follows in a few words. */
export function toldVerdict(graded: GradedStep, say: Speaker): StepVerdict {
  const follows = graded.sentences.find(({ id }) => id === 'verdict.follows')
  const briefly = follows && say({ ...follows, id: 'verdict.follows-briefly' })
  return { ...verdictInWords(graded, say), ...(briefly && { briefly }) }
}
