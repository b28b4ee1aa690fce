export interface Watching {
  /** Tells the present state, where it is not what is taken for granted: that the page can be seen. */
  tell(): void
  stop(): void
}

/** Tells whenever this page comes into sight or goes out of it. */
export function watchVisibility(told: (visible: boolean) => void): Watching {
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
