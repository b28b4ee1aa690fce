import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'

const plainMedia = {
  matches: false,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
}

/**
 * What a page uses and jsdom does not have, for files that begin with `@vitest-environment jsdom`: it lays nothing out, so
 * nothing scrolls, has a size or is modal. What one test left in the browser's storage is gone in the next.
 */
export function browser(): void {
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
  window.matchMedia ??= query => Object.assign(new EventTarget(), plainMedia, { media: query })
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
  beforeEach(() => localStorage.clear())
  afterEach(cleanup)
}
