import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import { Note } from '@renderer/components/note'
import { useRouteQuery } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useFormat } from '@renderer/lib/format'
import styles from './backup-page.module.css'

/** Says on the page that the last backup that was made by itself failed; no dialog interrupts anybody for it. */
export function ScheduleTrouble() {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const errorText = useErrorText()
  const { data } = useRouteQuery('backups.getScheduleState', {})
  if (!data?.failure) return null
  const { at, code } = data.failure
  return (
    <div className={styles.trouble}>
      <Note tone="warn">
        {t('schedule.failed', { when: format.day(at), why: errorText(new AppError(code)) })}
      </Note>
    </div>
  )
}
