import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Note } from '@renderer/components/note'
import { useRouteQuery } from '@renderer/lib/client'
import { useNow } from '@renderer/lib/use-now'
import { ClockText } from './clock-text'
import styles from './deadlines.module.css'
import { useSettle } from './use-settle'

/** Over the page of a customer: until when their profile has to be up to date and why; nothing while no clock runs. */
export function DeadlineBar({ customerId, canSettle }: { customerId: number; canSettle: boolean }) {
  const { t } = useTranslation('deadlines')
  const now = useNow()
  const settle = useSettle()
  const { data } = useRouteQuery('deadlines.ofCustomer', { customerId })
  const [first] = data?.deadlines ?? []
  if (!data || !first) return null
  const causes = data.deadlines.map(({ cause }) => t(`common:deadlineCause.${cause}`))
  return (
    <div className={styles.banner}>
      <Note tone={first.dueAt <= now ? 'error' : 'warn'}>
        <span className={styles.bannerRow}>
          <span>
            <ClockText dueAt={first.dueAt} now={Math.max(now, first.openedAt)} />
            {' · '}
            {[...new Set(causes)].join(t('and'))}
          </span>
          {canSettle && (
            <Button size="small" onClick={() => void settle([customerId])}>
              {t('settle')}
            </Button>
          )}
        </span>
      </Note>
    </div>
  )
}
