import { TakeExercise } from '@/lib/protocol/learn'
import { takeExercise } from '@/lib/server/learn/exercise'
import { learning } from '../learning'

export const POST = learning(TakeExercise, takeExercise)
