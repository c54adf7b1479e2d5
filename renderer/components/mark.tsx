import styles from './mark.module.css'

/** Frame of the 16-grid marks: an SVG in the mark's colour and its word in the colour of the text around it. */
export function Mark({
  word,
  withWord,
  size,
  colour,
  children,
}: {
  word: string
  withWord: boolean
  size: number
  colour: string
  children: React.ReactNode
}) {
  const alone = withWord ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word }
  return (
    <span className={styles.mark} title={withWord ? undefined : word}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={styles.shape}
        style={{ color: colour }}
        {...alone}
      >
        {children}
      </svg>
      {withWord && <span>{word}</span>}
    </span>
  )
}
