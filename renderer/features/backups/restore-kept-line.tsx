import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useBackupStore } from './backup-store'
import keptStyles from './restore-kept.module.css'

/** One line on the backup page while a restore has put books aside: how many, how large, and the way to them. */
export function KeptBooksLine() {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const navigate = useNavigate()
  const pick = useBackupStore((store) => store.pick)
  const { data } = useRouteQuery('backups.listKept', {})
  if (!data || data.kept.length === 0) return null
  const bytes = data.kept.reduce((sum, kept) => sum + kept.bytes, 0)
  return (
    <p className={keptStyles.note}>
      {t('kept.line', { count: data.kept.length, size: format.bytes(bytes) })}
      <Button
        type="link"
        size="small"
        onClick={() => {
          pick(null)
          void navigate('/restore')
        }}
      >
        {t('kept.open')}
      </Button>
    </p>
  )
}
