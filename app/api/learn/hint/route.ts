import { AskHint } from '@/lib/protocol/learn'
import { hintsTo } from '@/lib/server/learn/hint'
import { learning } from '../learning'

export const POST = learning(AskHint, hintsTo)
