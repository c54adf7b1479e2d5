import styles from './avatar.module.css'

const colours = 6

/**
 * First letter on one of six grounds, stable for a name. Decoration beside the name, hence hidden from screen readers.
 * @param size edge in CSS pixels
 */
export function Avatar({
  name,
  size = 32,
  shape = 'circle',
  isPrivate = false,
}: {
  name: string
  size?: number
  shape?: 'circle' | 'square'
  /** Of a customer, not of a colleague: covered in privacy mode. */
  isPrivate?: boolean
}) {
  return (
    <span
      aria-hidden
      data-private={isPrivate || undefined}
      className={styles.avatar}
      style={{
        width: size,
        height: size,
        fontSize: Math.max(11, Math.round(size * 0.44)),
        borderRadius: shape === 'circle' ? '50%' : size > 32 ? 8 : 4,
        background: `var(--kb-avatar-${colourOf(name)})`,
      }}
    >
      {letterOf(name)}
    </span>
  )
}

/** The first character as a person counts it, upper case. */
export function letterOf(name: string): string {
  const [first = ''] = [...name.trim()]
  return first.toUpperCase()
}

/** Ground number 1–6 from the characters of the name. */
export function colourOf(name: string): number {
  let hash = 0
  for (const character of name.trim())
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 100_003
  return (hash % colours) + 1
}
