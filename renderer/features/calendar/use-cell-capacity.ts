import { useLayoutEffect, useRef, useState } from 'react'

/** Head of a cell with its paddings, and a line in it with the gap. In CSS pixels. */
const headHeight = 28
const lineHeight = 22

/** How many lines fit into a cell of the month, the height of the window considered. */
export function useCellCapacity(weeks: number) {
  const ref = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const capacity = Math.floor((height / weeks - headHeight) / lineHeight)
  return { ref, capacity: Math.max(1, Math.min(12, capacity)) }
}
