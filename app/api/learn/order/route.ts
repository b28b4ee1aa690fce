import { AskOrder } from '@/lib/protocol/learn-order'
import { orderOf } from '@/lib/server/learn/order'
import { learning } from '../learning'

export const POST = learning(AskOrder, orderOf)
