import { math, mtext } from '@/lib/exact/mathml'
import type { PublicStep } from '@/lib/protocol/exercise'
import type { Speaker } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { typedArgument, typedPlain } from '@/lib/words/typed'
import { shuffledOptions } from './order'
import type { QuestionPlan } from './question'

/** Characters of a question that still serve as a heading. */
const titleChars = 80

const names = { choice: 'questions.choose', text: 'questions.explain' } as const
const remarks = {
  one: 'questions.pick-one',
  all: 'questions.pick-all',
  words: 'questions.pick-words',
} as const

/** What a student may see of a question ([G11]): the answers in an order of their own, and none of them marked. */
export function publicQuestion(plan: QuestionPlan, seed: number, say: Speaker): PublicStep {
  const { id, kind, nth, question, options, points } = plan
  const name = say(message(names[kind], { nth }))
  const asked = say(message('questions.asked', { typed: typedArgument(question) }))
  const pick = pickOf(plan)
  return {
    id,
    kind,
    shape: [],
    mathml: math(mtext(name)),
    title: shortened(typedPlain(question)),
    name,
    phrase: asked,
    remark: say(message(remarks[pick])),
    node: null,
    points,
    acceptance: null,
    names: null,
    question: { asked, pick },
    ...(kind === 'choice' && {
      choices: shuffledOptions(
        options.map(({ text }) => text),
        seed,
        id,
      ).map(text => ({
        value: text,
        text: say(message('questions.asked', { typed: typedArgument(text) })),
        mathml: null,
      })),
    }),
  }
}

function pickOf({ kind, options }: QuestionPlan): 'one' | 'all' | 'words' {
  if (kind === 'text') return 'words'
  return options.filter(({ right }) => right).length > 1 ? 'all' : 'one'
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= titleChars
    ? text
    : `${characters
        .slice(0, titleChars - 1)
        .join('')
        .trimEnd()}…`
}
