import type * as z from 'zod/mini'

/** One value that the browser keeps over reloads. */
export interface Kept<T> {
  /**
   * Gives `otherwise` where nothing is kept, or something that does not fit because another version of these pages
   * wrote it.
   */
  read(): T
  /**
   * Gives false where the browser does not keep it: in a private window, with a full disk, or with storage switched
   * off.
   */
  write(value: T): boolean
  drop(): void
}

/** The value under `name` in this browser, as JSON that `schema` reads. All tabs see the same one. */
export function kept<T>(name: string, schema: z.ZodMiniType<T>, otherwise: T): Kept<T> {
  const place = `chalkgrad-${name}`
  return {
    read() {
      try {
        const text = localStorage.getItem(place)
        if (text === null) return otherwise
        const parsed = schema.safeParse(JSON.parse(text))
        return parsed.success ? parsed.data : otherwise
      } catch {
        return otherwise
      }
    },
    write(value) {
      try {
        localStorage.setItem(place, JSON.stringify(value))
        return true
      } catch {
        return false
      }
    },
    drop() {
      try {
        localStorage.removeItem(place)
      } catch {
        // A browser that refuses this has kept nothing.
      }
    },
  }
}
