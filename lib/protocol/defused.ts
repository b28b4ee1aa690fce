/**
 * What spreadsheets take for the beginning of a formula, some of them even behind blanks: the signs, their full-width
 * forms, the true minus, and characters that make them ignore quotes.
 */
const formulaLike = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212])/

/** Text that no spreadsheet computes: one that might be a formula gets an apostrophe in front. */
export function defused(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text
}
