'use client'

import { useSyncExternalStore } from 'react'
import { Icon } from './icon'
import { readTheme, type Theme, themeCookie } from './theme'

function current(): Theme {
  return readTheme(document.documentElement.dataset.theme)
}

function listen(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

function choose(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain-HTTP origins
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`
}

export function ThemeToggle({ className = '' }: { className?: string }) {
  const theme = useSyncExternalStore<Theme>(listen, current, () => 'paper')
  const other: Theme = theme === 'paper' ? 'board' : 'paper'
  return (
    <button
      type="button"
      onClick={() => choose(other)}
      aria-label={`Change to the ${other} theme`}
      title={`Change to the ${other} theme`}
      className={`grid size-10 place-items-center rounded-cell text-ink-2 hover:text-ink max-sm:size-11 ${className}`}
    >
      <Icon name={theme === 'paper' ? 'moon' : 'sun'} />
    </button>
  )
}
