import { CheckStep } from '@/lib/protocol/learn'
import { checkStep } from '@/lib/server/learn/check'
import { learning } from '../learning'

export const POST = learning(CheckStep, checkStep)
