import { useEffect } from 'react'

/** Puts the hands that are up before the page's title, where another tab or a covered window shows them. */
export function usePageTitle(title: string, hands: number): void {
  useEffect(() => {
    const calls = hands === 0 ? '' : hands === 1 ? '1 hand up · ' : `${hands} hands up · `
    document.title = `${calls}${title} · Board`
  }, [title, hands])
}
