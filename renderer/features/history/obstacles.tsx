import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { HistoryObstacle } from '@shared/features/history/history.schema'
import { Note } from '@renderer/components/note'
import { useRouteQuery } from '@renderer/lib/client'
import { type Format, useFormat } from '@renderer/lib/format'
import styles from './history.module.css'
import { whenWords } from './when-words'

/** What keeps a command from being taken or brought back: who changed what of whom later, with a way to the customer. */
export function Obstacles({
  commandId,
  onOpenCustomer,
}: {
  commandId: number
  onOpenCustomer: (id: number) => void
}) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const { data } = useRouteQuery('history.explain', { commandId })
  if (!data) return null
  if (data.total === 0) return <Note tone="info">{t('obstacle.none')}</Note>
  const rest = data.total - data.obstacles.length
  return (
    <Note tone="warn">
      <p className={styles.why}>{t('obstacle.title')}</p>
      <ul className={styles.obstacles}>
        {data.obstacles.map((obstacle, index) => (
          <li key={index}>
            <span>{sentenceOf(obstacle, t, format)}</span>
            {obstacle.customer && (
              <Button
                type="link"
                size="small"
                className={styles.open ?? ''}
                aria-label={t('obstacle.open', { name: obstacle.customer.name })}
                onClick={() => obstacle.customer && onOpenCustomer(obstacle.customer.id)}
              >
                <span data-private>{obstacle.customer.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles.why}>{t('obstacle.more', { count: rest })}</p>}
    </Note>
  )
}

/** 王小雪 昨天 15:00 改过「电话」 */
function sentenceOf(
  { kind, table, fields, userName, at }: HistoryObstacle,
  t: TFunction<'history'>,
  format: Format,
): string {
  if (userName === null || at === null) return t('obstacle.hidden')
  const labels = fields.map((field) => t(`field.${table}.${field}`, { defaultValue: field }))
  const what =
    kind === 'changed' && labels.length > 0
      ? labels.map((label) => t('obstacle.quoted', { label })).join(t('obstacle.and'))
      : t(`table.${table}`, { defaultValue: t('table.other') })
  return t(`obstacle.${kind}`, { who: userName, when: whenWords(format, at), what })
}
