/** How many tests passed and failed. Skipped ones are neither. */
export const nothing = { passed: 0, failed: 0 }

export const sum = counts =>
  counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), nothing)

/** One check, such as the types: it passes or fails as a whole. */
export const oneCheck = code => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/**
 * Counts from a runner whose exit code must agree with its report: a crash, an error outside of any test, or a
 * report in which nothing ran is a failure, whatever the report says.
 */
function reconciled(code, counts) {
  const silent = counts.passed + counts.failed === 0
  const hidden = code !== 0 && counts.failed === 0
  return silent || hidden ? { ...counts, failed: counts.failed + 1 } : counts
}

/** From Vitest's JSON report (`null` where it wrote none) and exit code. */
export function vitestCounts(code, report) {
  const files = report?.testResults ?? []
  const states = files.flatMap(file => file.assertionResults.map(({ status }) => status))
  // A file that could not be loaded has no tests, or none that ran, and counts as one failure.
  const broken = files.filter(
    file => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return reconciled(code, {
    passed: states.filter(state => state === 'passed').length,
    failed: states.filter(state => state === 'failed').length + broken.length,
  })
}

/** From Playwright's JSON report (`null` where it wrote none) and exit code. A flaky test has failed. */
export function playwrightCounts(code, report) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  return reconciled(code, { passed: expected, failed: unexpected + flaky })
}

/** The tests that failed in Vitest's report, each with its file: a line for the end of `npm test`, where it is looked for. */
export function vitestFailures(report, root) {
  return (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const file = name.startsWith(root) ? name.slice(root.length + 1) : name
    const failed = assertionResults.filter(one => one.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`${file} could not be run`] : []
    return failed.map(({ fullName }) => `${file}: ${fullName}`)
  })
}

/** The same of Playwright's report, whose suites stand within one another. */
export function playwrightFailures(report) {
  const within = ({ specs = [], suites = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`),
    ...suites.flatMap(within),
  ]
  return (report?.suites ?? []).flatMap(within)
}

/** How long each part took, in whole seconds: `Seconds: Types 14, Units 96, in all 110`. */
export function secondsByPart(parts) {
  const all = parts.reduce((total, { seconds }) => total + seconds, 0)
  const each = [...parts, { title: 'in all', seconds: all }]
  return `Seconds: ${each.map(({ title, seconds }) => `${title} ${Math.round(seconds)}`).join(', ')}`
}

/** The last line of `npm test`. */
export const verdict = ({ passed, failed }) => `${passed} passed, ${failed} failed`
