import { useEffect, useState } from 'react'
import { isComposing } from '@renderer/lib/ime'
import { changeFilter, useListStore } from './list-store'

const restMs = 120

/**
 * The search box of the list: asks after a short rest, never in the middle of a composition; Enter asks at once,
 * Esc empties the box and then leaves it.
 */
export function useTextFilter() {
  const applied = useListStore((state) => state.filter.text)
  const [value, setValue] = useState(applied)
  const [seen, setSeen] = useState(applied)
  const [composing, setComposing] = useState(false)
  if (seen !== applied) {
    setSeen(applied)
    setValue(applied)
  }

  useEffect(() => {
    if (composing || value === applied) return
    const timer = setTimeout(() => changeFilter({ text: value }), restMs)
    return () => clearTimeout(timer)
  }, [value, applied, composing])

  return {
    value,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setValue(event.target.value),
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement>) => {
      if (isComposing(event)) return
      if (event.key === 'Escape') {
        event.preventDefault()
        if (value === '') event.currentTarget.blur()
        else changeFilter({ text: '' })
        setValue('')
      }
      if (event.key === 'Enter' || event.key === 'ArrowDown') {
        event.preventDefault()
        if (value !== applied) changeFilter({ text: value })
        useListStore.setState({ cursor: 0 })
        event.currentTarget.blur()
      }
    },
  }
}
