import { useRef } from 'react'
import styles from './marked-area.module.css'

type Span = { from: number; to: number }
type Props = Omit<React.ComponentProps<'textarea'>, 'value' | 'onChange' | 'className'> & {
  value: string
  /** What was read in the text, in order and not overlapping. */
  marks: readonly Span[]
  onChange: (text: string, cursor: number) => void
}

/**
 * A text area without a frame that grows from three lines to ten and marks what was read in it. The marks lie behind the text, in the
 * same type, and scroll with it.
 */
export function MarkedArea({ value, marks, onChange, ...props }: Props) {
  const back = useRef<HTMLDivElement>(null)
  return (
    <div className={styles.area}>
      <div ref={back} className={styles.back} aria-hidden data-private>
        {markParts(value, marks)}
        {'\n'}
      </div>
      <textarea
        {...props}
        className={styles.text}
        value={value}
        rows={3}
        onChange={({ target }) => onChange(target.value, target.selectionStart)}
        onScroll={({ currentTarget }) => {
          if (back.current) back.current.scrollTop = currentTarget.scrollTop
        }}
      />
    </div>
  )
}

function markParts(text: string, marks: readonly Span[]): React.ReactNode[] {
  const parts: React.ReactNode[] = []
  let at = 0
  for (const { from, to } of marks) {
    parts.push(text.slice(at, from))
    parts.push(
      <mark key={from} className={styles.mark}>
        {text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  return [...parts, text.slice(at)]
}
