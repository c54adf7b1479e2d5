import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { rowsInView } from './board-rows'

/** The scrolled view of the board: which rows to draw, and the row that it follows. */
export function useView(tops: readonly number[], cursorIndex: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 0 })
  const followed = useRef(cursorIndex)

  const look = useCallback(() => {
    const element = scroller.current
    if (element) setView({ top: element.scrollTop, height: element.clientHeight })
  }, [])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [look])

  useEffect(() => {
    const element = scroller.current
    if (element && cursorIndex >= 0 && cursorIndex !== followed.current) {
      const [top, bottom] = [tops[cursorIndex] ?? 0, tops[cursorIndex + 1] ?? 0]
      if (top < element.scrollTop) element.scrollTop = top
      else if (bottom > element.scrollTop + element.clientHeight)
        element.scrollTop = bottom - element.clientHeight
    }
    followed.current = cursorIndex
  }, [cursorIndex, tops])

  const [first, last] = rowsInView(tops, view.top, view.height)
  return { scroller, onScroll: look, first, last }
}
