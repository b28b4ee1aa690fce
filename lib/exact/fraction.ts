/** An exact fraction: lowest terms, `d > 0`, so two rationals are equal when both parts are. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}
