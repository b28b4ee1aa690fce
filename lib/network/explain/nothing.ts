import type { Expr } from '../expr'
import type { Way } from '../op'
import { multiply } from '../ops/multiply'
import { composed, numberExpr } from './compose'

/** The formula of what passes no gradient on. */
export function nothing({ upstream }: Way): Expr | null {
  return composed(multiply, [numberExpr(0), upstream])
}
