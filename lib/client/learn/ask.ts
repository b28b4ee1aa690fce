import type * as z from 'zod/mini'
import {
  type AskHint,
  type AskSolution,
  CheckedStep,
  type CheckStep,
  GivenHints,
  type TakeExercise,
  TakenExercise,
  ToldSolution,
} from '@/lib/protocol/learn'
import type { Reply } from '@/lib/protocol/replies'
import { parseMessage } from '../parse'
import { post } from '../post'

/** What a page asks the server while somebody learns alone. A missing network is a refusal like any other. */
export interface LearnAsks {
  exercise(asked: TakeExercise): Promise<Reply<TakenExercise>>
  check(asked: CheckStep): Promise<Reply<CheckedStep>>
  hint(asked: AskHint): Promise<Reply<GivenHints>>
  solution(asked: AskSolution): Promise<Reply<ToldSolution>>
}

export const learnAsks: LearnAsks = {
  exercise: asked => ask('exercise', asked, TakenExercise),
  check: asked => ask('check', asked, CheckedStep),
  hint: asked => ask('hint', asked, GivenHints),
  solution: asked => ask('solution', asked, ToldSolution),
}

function ask<T extends object>(name: string, asked: object, schema: z.ZodMiniType<T>): Promise<Reply<T>> {
  return post(`/api/learn/${name}`, asked, ({ ok, ...rest }) => parseMessage(schema, rest))
}
