import { message } from '@/lib/words/message'
import type { Budget } from '../budget'
import { BeyondExact } from '../budget'
import { gcd } from '../gcd'
import { bitLength, integerSqrt } from '../interval/sqrt'

const limit = 4096

/** Trial divisors: all primes below 4096. */
const small: readonly bigint[] = (() => {
  const composite = new Uint8Array(limit)
  const primes: bigint[] = []
  for (let p = 2; p < limit; p++) {
    if (composite[p]) continue
    primes.push(BigInt(p))
    for (let m = p * p; m < limit; m += p) composite[m] = 1
  }
  return primes
})()

/**
 * Below this, Miller and Rabin's test with the first 13 primes as bases is a proof (J. Sorenson and J. Webster,
 * Strong pseudoprimes to twelve prime bases, Math. Comp. 86, 2017).
 */
const provable = 3_317_044_064_679_887_385_961_981n
const bases = small.slice(0, 13)

function powMod(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/**
 * Miller and Rabin's test: false is a proof that an odd n > 41 is composite, true one that it is prime below
 * `provable`.
 */
function isPrime(n: bigint): boolean {
  let odd = n - 1n
  let twos = 0
  while (!(odd & 1n)) {
    odd >>= 1n
    twos += 1
  }
  return bases.every(base => {
    let x = powMod(base, odd, n)
    if (x === 1n || x === n - 1n) return true
    for (let i = 1; i < twos; i++) {
      x = (x * x) % n
      if (x === n - 1n) return true
    }
    return false
  })
}

/** Units that one search for a divisor may take: it finds nearly all below 10^8. */
const mostSearch = 60_000

/**
 * A proper divisor of a composite number without small divisors, by Pollard's rho method; the budget pays for each
 * step. A search that takes too long unwinds as `BeyondExact`.
 */
function properDivisor(n: bigint, budget: Budget): bigint {
  const root = integerSqrt(n)
  if (root * root === n) return root
  const size = bitLength(n) / 64
  const step = 8 + 4 * size * size
  let searched = 0
  for (let c = 1n; ; c += 1n) {
    let slow = 2n
    let fast = 2n
    let found = 1n
    while (found === 1n) {
      budget.spend(step)
      searched += step
      if (searched > mostSearch) throw new BeyondExact(message('budget.factor-too-large'))
      slow = (slow * slow + c) % n
      fast = (fast * fast + c) % n
      fast = (fast * fast + c) % n
      found = gcd(slow - fast, n)
    }
    if (found !== n) return found
  }
}

/**
 * The prime factors of a positive integer with their powers, each proved prime: that square roots and logarithms of
 * primes are independent is what proofs of difference rest on. Pays for the search, so a hard one runs out of
 * budget; a factor too large to be proved prime unwinds as `BeyondExact`.
 */
export function factorise(n: bigint, budget: Budget): ReadonlyMap<bigint, number> {
  const factors = new Map<bigint, number>()
  const count = (p: bigint): void => void factors.set(p, (factors.get(p) ?? 0) + 1)
  let rest = n
  let bits = bitLength(n)
  budget.spend(2 + bits / 4)
  for (const p of small) {
    if (p * p > rest) break
    while (rest % p === 0n) {
      count(p)
      rest /= p
      budget.spend(1 + bits / 64)
    }
  }
  const open = rest > 1n ? [rest] : []
  for (let m = open.pop(); m !== undefined; m = open.pop()) {
    if (m < BigInt(limit) ** 2n) {
      count(m)
      continue
    }
    bits = bitLength(m)
    // As many multiplications as the number has bits, each the square of its length in words, for every base.
    budget.spend(bits * (1 + (bits / 64) ** 2))
    if (isPrime(m)) {
      if (m >= provable) throw new BeyondExact(message('budget.factor-too-large'))
      count(m)
    } else {
      const divisor = properDivisor(m, budget)
      open.push(divisor, m / divisor)
    }
  }
  return factors
}
