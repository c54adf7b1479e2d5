import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './timeline.module.css'

const ahead = '800px'

/** The end of what is read: asks for more when it comes near the screen, and by its button. */
export function LoadMore({
  busy,
  failed,
  onNear,
}: {
  busy: boolean
  failed: boolean
  onNear: () => void
}) {
  const { t } = useTranslation(['follow-ups', 'common'])
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(onNear)
  useEffect(() => {
    latest.current = onNear
  })
  useEffect(() => {
    if (busy || failed || !end.current) return
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && latest.current(),
      { rootMargin: ahead },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [busy, failed])

  return (
    <div ref={end} className={styles.loadMore}>
      <Button size="small" loading={busy} onClick={onNear}>
        {t(failed ? 'common:retry' : 'timeline.more')}
      </Button>
    </div>
  )
}
