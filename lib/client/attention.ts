export interface Watching {
  /** Tells the present state where the page cannot be seen; that it can be seen is taken for granted. */
  tell(): void
  stop(): void
}

/** Tells whenever this page comes into sight or goes out of it. */
export function watchVisibility(told: (visible: boolean) => void): Watching {
  if (typeof document === 'undefined') return { tell() {}, stop() {} }
  const visible = () => document.visibilityState === 'visible'
  const changed = () => told(visible())
  document.addEventListener('visibilitychange', changed)
  return {
    tell() {
      if (!visible()) told(false)
    },
    stop: () => document.removeEventListener('visibilitychange', changed),
  }
}
