import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useListStore } from './list-store'
import { rangeAt } from './windows'

const spareRows = 16

/**
 * The scrolled view of the table: its size, the rows to draw, and the cursor that it follows. The first row on the
 * screen is remembered, to come back to.
 */
export function useViewport(
  total: number,
  rowHeight: number,
  onRange: (first: number, last: number) => void,
) {
  const scroller = useRef<HTMLDivElement>(null)
  const { filter, sort, cursor } = useListStore()
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [firstRow, setFirstRow] = useState(() => useListStore.getState().firstRow)
  const followed = useRef(cursor)
  const range = rangeAt(firstRow * rowHeight, size.height, rowHeight, total, spareRows)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: useListStore.getState().firstRow * rowHeight })
  }, [filter, sort, rowHeight])

  useEffect(() => {
    const element = scroller.current
    if (element && cursor >= 0 && cursor !== followed.current) {
      const top = cursor * rowHeight
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + rowHeight > element.scrollTop + element.clientHeight)
        element.scrollTop = top + rowHeight - element.clientHeight
    }
    followed.current = cursor
  }, [cursor, rowHeight])

  useEffect(() => onRange(range.first, range.last), [onRange, range.first, range.last])

  const onScroll = useCallback(() => {
    const first = Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight)
    setFirstRow(first)
    useListStore.setState({ firstRow: first })
  }, [rowHeight])

  return { scroller, onScroll, range, width: size.width }
}
