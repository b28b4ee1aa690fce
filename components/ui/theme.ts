/** Paper is light, board is dark. Until somebody chooses one of them, pages are as the system is. */
export type Theme = 'paper' | 'board'

/** Kept in a cookie, so that the server renders the chosen theme and nothing flashes. */
export const themeCookie = 'chalkgrad-theme'

/** The theme that was chosen; null where none was. */
export function readTheme(value: string | undefined): Theme | null {
  return value === 'board' || value === 'paper' ? value : null
}

/** The colours of both pages, for the frame that a browser draws around them. */
export const pageColours: Readonly<Record<Theme, string>> = { paper: '#faf8f3', board: '#15211d' }
