import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditLine } from '@shared/features/audit/audit.schema'
import { useRouteQuery } from '@renderer/lib/client'
import { AuditRow } from './audit-row'
import styles from './audit-table.module.css'
import { rowHeight, rowsInView } from './rows-in-view.rules'

const columns = ['id', 'at', 'who', 'what', 'customers', 'details'] as const

/** The entries as a table of which only the rows in view are drawn; asks for more before its end is reached. */
export function AuditTable({
  lines,
  isStale,
  onEnd,
}: {
  lines: readonly AuditLine[]
  /** The rows belong to the former filter. */
  isStale: boolean
  onEnd: () => void
}) {
  const { t } = useTranslation('audit')
  const { data } = useRouteQuery('audit.listUsers', {})
  const names = useMemo(
    () => new Map(data?.users.map(({ id, name }) => [id, name] as const)),
    [data],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 0 })
  const { first, last, isNearEnd } = rowsInView(view, lines.length)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (isNearEnd) onEnd()
  })

  return (
    <div
      className={isStale ? `${styles.table} ${styles.stale}` : styles.table}
      role="table"
      aria-label={t('list')}
      aria-rowcount={lines.length + 1}
    >
      <div className={styles.head} role="row" aria-rowindex={1}>
        {columns.map((name) => (
          <span key={name} role="columnheader" className={styles[name]}>
            {t(`column.${name}`)}
          </span>
        ))}
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="rowgroup"
        aria-label={t('list')}
        tabIndex={0}
        data-region
        onScroll={({ currentTarget }) =>
          setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
        }
      >
        <div
          className={styles.rows}
          role="presentation"
          style={{ height: lines.length * rowHeight }}
        >
          {lines.slice(first, last).map((line, index) => (
            <AuditRow key={line.id} line={line} index={first + index} names={names} />
          ))}
        </div>
      </div>
    </div>
  )
}
