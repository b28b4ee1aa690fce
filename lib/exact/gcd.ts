const safe = BigInt(Number.MAX_SAFE_INTEGER)

/** Greatest common divisor, never negative; `gcd(0, 0)` is 0. Small operands, nearly all of them, go as floats. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  if (x === 1n || y === 1n) return 1n
  while (y > safe || x > safe) {
    if (y === 0n) return x
    const rest = x % y
    x = y
    y = rest
  }
  let p = Number(x)
  let q = Number(y)
  while (q !== 0) {
    const rest = p % q
    p = q
    q = rest
  }
  return BigInt(p)
}
