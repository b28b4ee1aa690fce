/** The clipboard API exists only on secure origins; a classroom's LAN address is not one. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // The browser refused; the older way may still work.
  }
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  // Only elements inside an open dialog can take the focus.
  const parent = document.querySelector('dialog[open]') ?? document.body
  const before = document.activeElement
  parent.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
