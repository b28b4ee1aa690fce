import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

/** A unit test that needs more says so (tests/takes-long.ts); a whole server with its classes does. */
const unit = { testTimeout: 5_000, hookTimeout: 30_000 }
const whole = { testTimeout: 60_000, hookTimeout: 120_000 }

const project = (name: string, include: string[], timeouts: typeof unit) => ({
  extends: true as const,
  test: { name, include, ...timeouts },
})

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      project('unit', ['tests/{unit,chaos}/**/*.test.{ts,tsx}'], unit),
      project('whole', ['tests/integration/**/*.test.ts', 'tests/*.test.ts'], whole),
    ],
  },
})
