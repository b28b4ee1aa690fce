'use client'

import { useSyncExternalStore } from 'react'
import { Icon } from './icon'
import { readTheme, type Theme, themeCookie } from './theme'

const dark = () => matchMedia('(prefers-color-scheme: dark)')

function current(): Theme {
  return readTheme(document.documentElement.dataset.theme) ?? (dark().matches ? 'board' : 'paper')
}

function listen(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const system = dark()
  system.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', changed)
  }
}

function choose(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain-HTTP origins
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`
}

/** Chooses the other theme. `worded`: on phones it is a row of a menu, with its words. */
export function ThemeToggle({ className = '', worded = false }: { className?: string; worded?: boolean }) {
  const theme = useSyncExternalStore<Theme>(listen, current, () => 'paper')
  const other: Theme = theme === 'paper' ? 'board' : 'paper'
  const says = other === 'board' ? 'Dark theme' : 'Light theme'
  const look = worded
    ? 'flex min-w-10 items-center gap-2.5 sm:justify-center'
    : 'grid place-items-center max-sm:size-11'
  return (
    <button
      type="button"
      onClick={() => choose(other)}
      title={says}
      aria-label={worded ? undefined : says}
      className={`min-h-10 min-w-10 rounded-cell text-ink-2 hover:text-ink ${look} ${className}`}
    >
      <Icon name={theme === 'paper' ? 'moon' : 'sun'} />
      {worded && <span className="sm:sr-only">{says}</span>}
    </button>
  )
}
