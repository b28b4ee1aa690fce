import { type RefObject, useEffect, useRef, useState } from 'react'

interface Scroller {
  box: RefObject<HTMLDivElement | null>
  /** How far it is scrolled, rounded down, and how much of it is in sight, in pixels. */
  top: number
  height: number
  /** Brings a row in sight, if it is not; `head` and `foot` lie over what is scrolled. */
  scrollTo: (rowTop: number, rowHeight: number, head: number, foot: number) => void
}

/** Less than the height of the rows drawn beyond what is in sight, so that most scrolling redraws nothing. */
const stride = 160

function coarse(top: number): number {
  return Math.floor(top / stride) * stride
}

export function useScroller(): Scroller {
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(0)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const scrolled = () => setTop(coarse(element.scrollTop))
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [])

  function scrollTo(rowTop: number, rowHeight: number, head: number, foot: number): void {
    const element = box.current
    if (!element) return
    const lowest = rowTop + rowHeight + head + foot - element.clientHeight
    if (element.scrollTop > rowTop) element.scrollTop = rowTop
    else if (element.scrollTop < lowest) element.scrollTop = lowest
    // Set without waiting for the scroll event, because the row has to be drawn before it can have the focus.
    setTop(coarse(element.scrollTop))
  }

  return { box, top, height, scrollTo }
}
