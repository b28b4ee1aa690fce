import { type Form, turned } from './form'
import { callOf, isComma, isSemicolon, splitOutside } from './nest'

const delimiter = /delim: ?(?:"[^"]{0,3}"|none),? ?/

/** `mat(1, 2; 3, 4)` and `vec(1, 2)`, with or without `delim:`. */
export const typst: Form = {
  read(text) {
    const call = callOf(text.replace(delimiter, ''))
    if (call === null || (call.name !== 'mat' && call.name !== 'vec')) return null
    const rows = splitOutside(call.inside, isSemicolon)
      .map(row => splitOutside(row, isComma).filter(cell => cell !== '' && !/^[a-z]{1,20}:/.test(cell)))
      .filter(row => row.length > 0)
    if (rows.length === 0) return null
    return call.name === 'vec' ? turned(rows) : rows
  },
}
