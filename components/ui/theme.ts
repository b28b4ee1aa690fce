/** Paper is light and the default; board is dark and used on projectors. */
export type Theme = 'paper' | 'board'

/** Kept in a cookie, so that the server renders the right theme and nothing flashes. */
export const themeCookie = 'chalkgrad-theme'

export function readTheme(value: string | undefined): Theme {
  return value === 'board' ? 'board' : 'paper'
}
