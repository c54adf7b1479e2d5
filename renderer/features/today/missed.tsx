import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '@shared/contract'
import { PrivateText } from '@renderer/components/private-text'
import { useErrorToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './missed.module.css'

type Missed = RouteOutput<'today.missed'>

/** What fell due while the book was closed or locked, and what rules have told: a line under the title bar and the list behind it. */
export function MissedLine({
  enabled,
  frame,
  onOpenCustomer,
}: {
  enabled: boolean
  /** Draws the line, as the shell draws its others. */
  frame: (text: string, buttons: React.ReactNode) => React.ReactNode
  onOpenCustomer: (id: number) => void
}) {
  const { t } = useTranslation('today')
  const errorToast = useErrorToast()
  const [open, setOpen] = useState(false)
  const { data } = useRouteQuery('today.missed', {}, { enabled, keepPrevious: true })
  if (!data || (data.items.length === 0 && data.notices.length === 0)) return null

  async function putAway({ items, notices }: Missed): Promise<void> {
    setOpen(false)
    try {
      if (items.length > 0) await request('today.dismissMissed', {})
      const ids = notices.map(({ id }) => id)
      if (ids.length > 0) await request('today.readNotices', { ids })
    } catch (error) {
      errorToast(error)
    }
  }

  return (
    <>
      {frame(
        textOf(data),
        <>
          <Button size="small" onClick={() => setOpen(true)}>
            {t('missed.show')}
          </Button>
          <Button size="small" onClick={() => void putAway(data)}>
            {t('missed.dismiss')}
          </Button>
        </>,
      )}
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={400}
        title={t('missed.title')}
        footer={<Button onClick={() => void putAway(data)}>{t('missed.dismiss')}</Button>}
      >
        <MissedList
          missed={data}
          onOpenCustomer={(id) => {
            setOpen(false)
            onOpenCustomer(id)
          }}
        />
      </Drawer>
    </>
  )

  function textOf({ items, notices }: Missed): string {
    const parts = [
      items.length > 0 && t('missed.items', { count: items.length }),
      notices.length > 0 && t('missed.notices', { count: notices.length }),
    ]
    return parts.filter(Boolean).join(t('missed.and'))
  }
}

function MissedList({
  missed: { items, notices },
  onOpenCustomer,
}: {
  missed: Missed
  onOpenCustomer: (id: number) => void
}) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const lines = [
    ...items.map((item) => ({
      ...{ key: `${item.kind}:${item.id}`, at: item.at, customer: item.customer },
      text: item.title ?? t(item.kind === 'task' ? 'row.task' : `step.${item.type ?? 'other'}`),
    })),
    ...notices.map(({ id, at, text, customer }) => ({
      ...{ key: `notice:${id}`, at, customer, text: text ?? t('missed.notice') },
    })),
  ]
  return (
    <ol className={styles.list}>
      {lines.map(({ key, at, text, customer }) => (
        <li key={key} className={styles.line}>
          <PrivateText text={text} className={styles.text} />
          <span className={styles.about}>
            {at !== null && <span>{format.day(at)}</span>}
            {customer && (
              <button
                type="button"
                className={styles.customer}
                onClick={() => onOpenCustomer(customer.id)}
              >
                <PrivateText text={customer.name} />
              </button>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
