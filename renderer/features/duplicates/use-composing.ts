import { useEffect, useState } from 'react'

/** Whether an input method is composing somewhere in the window: what stands in the field then is not what will be meant. */
export function useComposing(): boolean {
  const [composing, setComposing] = useState(false)
  useEffect(() => {
    const start = () => setComposing(true)
    const end = () => setComposing(false)
    window.addEventListener('compositionstart', start)
    window.addEventListener('compositionend', end)
    return () => {
      window.removeEventListener('compositionstart', start)
      window.removeEventListener('compositionend', end)
    }
  }, [])
  return composing
}
