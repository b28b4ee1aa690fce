/**
 * How far counts are from being equal: Pearson's statistic, turned into standard deviations of a normal distribution
 * (Wilson and Hilferty, 1931). Above 4 comes by chance once in 30,000.
 */
export function misfitOf(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  const freedom = counts.length - 1
  const spread = 2 / (9 * freedom)
  return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread)
}
