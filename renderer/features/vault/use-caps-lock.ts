import { useState } from 'react'

/** Whether Caps Lock is on, as far as the keys pressed in a field have told. */
export function useCapsLock() {
  const [capsLock, setCapsLock] = useState(false)
  const watch = (event: React.KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return { capsLock, watch }
}
