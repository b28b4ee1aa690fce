import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { pureRooms } from './tests/pure-rooms'

const root = fileURLToPath(new URL('.', import.meta.url))

/** A unit test that needs more says so (tests/takes-long.ts); a whole server with its classes does. */
const unit = { testTimeout: 5_000, hookTimeout: 30_000 }
const whole = { testTimeout: 60_000, hookTimeout: 120_000 }

const project = (
  name: string,
  include: string[],
  more: typeof unit & { exclude?: string[]; isolate?: false },
) => ({
  extends: true as const,
  test: { name, include, ...more },
})

const pure = pureRooms.map(room => `tests/unit/${room}/**/*.test.ts`)

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      project('pure', pure, { ...unit, isolate: false }),
      project('unit', ['tests/{unit,chaos}/**/*.test.{ts,tsx}'], { ...unit, exclude: pure }),
      project('whole', ['tests/integration/**/*.test.ts', 'tests/*.test.ts'], whole),
    ],
  },
})
