/**
 * The fullwidth forms of ASCII, and the signs of separation of the same scripts, as ASCII; a fullwidth comma parts entries. No-break
 * spaces and a mark of byte order at the beginning go too.
 */
export function wide(text: string): string {
  // Nearly every text has none of them.
  if (!/[\u00A0\u2002-\u200B\u202F\u3000\u3001\uFEFF\uFF01-\uFF5E]/.test(text)) return text
  return text.replace(/[\u00A0\u2002-\u200B\u202F\u3000\u3001\uFEFF\uFF01-\uFF5E]/g, mark => {
    const code = mark.charCodeAt(0)
    if (mark === '，' || mark === '、') return ', '
    if (code >= 0xff01) return String.fromCharCode(code - 0xff01 + 0x21)
    return mark === '\uFEFF' || mark === '\u200B' ? '' : ' '
  })
}
