import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './load-more.module.css'

const ahead = '800px'

/** The end of what is read of a list: asks for more when it comes near the screen, and by its button. */
export function LoadMore({
  list,
  label,
}: {
  /** Read page by page; nothing is shown when it was read to its end. */
  list: Paged
  label: string
}) {
  return list.hasNextPage ? <Ahead list={list} label={label} /> : null
}

type Paged = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
}

function Ahead({ list, label }: { list: Paged; label: string }) {
  const { isFetchingNextPage: busy, isFetchNextPageError: failed, fetchNextPage: onNear } = list
  const { t } = useTranslation('common')
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
    <div ref={end} className={styles.more}>
      <Button size="small" loading={busy} onClick={onNear}>
        {failed ? t('retry') : label}
      </Button>
    </div>
  )
}
