import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The tests of one part of the core, with fewer random networks: they run again for each mutant that they reach. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(';'),
    env: { NETWORKS: '400', NETWORKS_SEED: '6' },
    setupFiles: ['tests/mutation/seeded.ts'],
    testTimeout: 60_000,
  },
})
