import { AskSolution } from '@/lib/protocol/learn'
import { solutionTo } from '@/lib/server/learn/solution'
import { learning } from '../learning'

export const POST = learning(AskSolution, solutionTo)
