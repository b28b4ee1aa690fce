import type {} from 'next-intl'
import elsewhere from './en/elsewhere.json'
import exercises from './en/exercises.json'
import figures from './en/figures.json'
import lesson from './en/lesson.json'
import order from './en/order.json'

/**
 * The words of the pages for people who learn on their own, by page. One file for each; a name in it belongs to that
 * page. There is one language so far, and no address says which.
 */
export const messages = { elsewhere, exercises, figures, lesson, order }

declare module 'next-intl' {
  interface AppConfig {
    Locale: 'en'
    Messages: typeof messages
  }
}
