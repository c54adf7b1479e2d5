import { useId, useRef } from 'react'
import type { Piece } from '@shared/features/quick-add/card'
import styles from './marked-text.module.css'

/**
 * A text field in which the pieces that were read are marked. The marks lie behind the field, in the same type, and scroll with it.
 * @param readText the text that the pieces were found in; while it lags behind the typed one nothing is marked
 */
export function MarkedText({
  text,
  readText,
  pieces,
  label,
  placeholder,
  onChange,
  onFiles,
}: {
  text: string
  readText: string
  pieces: readonly Piece[]
  label: string
  placeholder: string
  onChange: (text: string) => void
  /** Pictures and files that were pasted or dropped in place of text. */
  onFiles: (files: readonly File[]) => void
}) {
  const id = useId()
  const back = useRef<HTMLDivElement>(null)
  const take = (transfer: DataTransfer, event: { preventDefault: () => void }) => {
    if (transfer.files.length === 0 || transfer.types.includes('text/plain')) return
    event.preventDefault()
    onFiles([...transfer.files])
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        <div ref={back} className={styles.back} aria-hidden data-private>
          {text === readText ? markParts(text, pieces) : text}
          {'\n'}
        </div>
        <textarea
          id={id}
          className={styles.text}
          value={text}
          placeholder={placeholder}
          spellCheck={false}
          autoFocus
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => {
            if (back.current) back.current.scrollTop = event.currentTarget.scrollTop
          }}
          onPaste={(event) => take(event.clipboardData, event)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => take(event.dataTransfer, event)}
        />
      </div>
    </div>
  )
}

function markParts(text: string, pieces: readonly Piece[]): React.ReactNode[] {
  const parts: React.ReactNode[] = []
  let at = 0
  for (const { span, kind, confidence } of pieces) {
    if (span === null || kind === 'note') continue
    parts.push(text.slice(at, span.start))
    parts.push(
      <mark
        key={span.start}
        className={confidence === 'guess' ? styles.guess : styles.mark}
        data-piece={kind}
      >
        {text.slice(span.start, span.end)}
      </mark>,
    )
    at = span.end
  }
  return [...parts, text.slice(at)]
}
