import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files whose tests take seconds; the others kill most mutants before these are asked. */
const slow = ['catalogue', 'follow', 'solution', 'elementary', 'ops', 'scalar', 'each-mistake']

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => slow.indexOf(basename(moduleId, '.test.ts')) + 1
    return files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

/** The tests of one part of the core, with fewer random cases: they run again for each mutant that they reach. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(';'),
    env: { NETWORKS: '400', NETWORKS_SEED: '6', PAIRS_EVERY: '40', SHEETS: '60' },
    setupFiles: ['tests/mutation/seeded.ts'],
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
})
