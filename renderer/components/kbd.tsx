import { isMac } from '@renderer/lib/platform'
import { readableKeys } from '@renderer/lib/shortcut-keys'
import styles from './kbd.module.css'

/** Keys as caps: `mod+k` → Ctrl K. */
export function Kbd({ keys, joined = false }: { keys: string; joined?: boolean }) {
  const names = readableKeys(keys, isMac())
  if (joined) return <kbd className={styles.kbd}>{names.join(' ')}</kbd>
  return (
    <span className={styles.group}>
      {names.map((name, index) => (
        <kbd key={index} className={styles.kbd}>
          {name}
        </kbd>
      ))}
    </span>
  )
}
