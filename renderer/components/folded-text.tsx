import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './folded-text.module.css'

/** Personal words as they were written; of many lines the first six, until one asks for all of them. */
export function FoldedText({ text }: { text: string }) {
  const { t } = useTranslation('common')
  const words = useRef<HTMLParagraphElement>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [isLong, setLong] = useState(false)
  const isOpen = opened === text

  useLayoutEffect(() => {
    const node = words.current
    if (!node || isOpen) return
    const measure = () => setLong(node.scrollHeight > node.clientHeight + 1)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [text, isOpen])

  return (
    <div>
      <p ref={words} data-private className={isOpen ? styles.whole : styles.folded}>
        {text}
      </p>
      {isLong && (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          onClick={() => setOpened(isOpen ? null : text)}
        >
          {t(isOpen ? 'folded.less' : 'folded.all')}
        </button>
      )}
    </div>
  )
}
