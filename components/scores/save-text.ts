/** Lets the browser keep a text as a file. `title` names the class; a file's name holds no signs of a path. */
export function saveText(title: string, ending: string, text: string): void {
  const name = title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim() || 'class'
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}${ending}`
  link.click()
  // A browser may read the address only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
