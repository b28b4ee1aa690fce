import { vi } from 'vitest'

/**
 * For unit tests that try thousands of cases, start processes or play out a budget: those of the file that calls it may take
 * a minute, as a machine that is busy with others needs it. All others have five seconds (vitest.config.ts).
 */
export function takesLong(): void {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
}
