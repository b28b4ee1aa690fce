import { message } from '@/lib/words/message'
import { type Form, shortened, turned } from './form'
import { closeOf, splitOutside } from './nest'

/** `[■(1&2@3&4)]`: Word's equations in their linear form, also with `\matrix(…)` typed out. */
export const word: Form = {
  read(text) {
    const begun = /(?:■\d{0,2}|\\[pb]?matrix)\(/.exec(text)
    if (begun === null) return null
    const open = begun.index + begun[0].length - 1
    const to = closeOf(text, open)
    if (to < 0) return message('pasted.unread')
    const [ahead, behind] = [text.slice(0, begun.index), text.slice(to + 1)].map(side =>
      side.replace(/[\s()[\]|.,;]/g, ''),
    )
    const turns = behind === '^T' || behind === '^⊤'
    if (ahead !== '' && !ahead?.endsWith('='))
      return message('pasted.beside', { beside: shortened(ahead ?? '') })
    if (behind !== '' && !turns) return message('pasted.beside', { beside: shortened(behind ?? '') })
    const rows = splitOutside(text.slice(open + 1, to), mark => mark === '@').map(row =>
      splitOutside(row, mark => mark === '&').map(plain),
    )
    return turns ? turned(rows) : rows
  },
}

/** Brackets that Word does not show, and the sign of an applied function. */
function plain(cell: string): string {
  return cell.replaceAll('〖', '(').replaceAll('〗', ')').replaceAll('\u2061', '')
}
