import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files whose tests take seconds; the others kill most mutants before these are asked. */
const slow = [
  'catalogue',
  'each-mistake',
  'named',
  'follow',
  'labels',
  'duals',
  'elementary',
  'scalar',
  'ops',
  'solution',
]
const mostCases = 800

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => slow.indexOf(basename(moduleId, '.test.ts')) + 1
    return files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

/** A property of thousands of cases is asked of the first few: they run again for each mutant that they reach. */
const fewerCases = {
  name: 'fewer-cases',
  transform: (code: string, id: string) =>
    id.endsWith('.test.ts')
      ? code.replace(/numRuns: (\d+)/g, (_, runs) => `numRuns: ${Math.min(Number(runs), mostCases)}`)
      : undefined,
}

/** The tests of one part of the core, with fewer random cases and networks. */
export default defineConfig({
  root,
  plugins: [fewerCases],
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(';'),
    env: { NETWORKS: '400', NETWORKS_SEED: '6', PAIRS_EVERY: '40', SHEETS: '60' },
    setupFiles: ['tests/mutation/seeded.ts'],
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
})
