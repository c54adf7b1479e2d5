import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupTarget } from '@shared/features/backups/backups.contract'
import {
  findTargetObstacle,
  listTargetWarnings,
} from '@shared/features/backups/backup-target.rules'
import { Note } from '@renderer/components/note'
import { useErrorToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './dialogs.module.css'

/** Where the backup before a new data key goes, and what speaks against the place. */
export function RotationPlace({
  target,
  isMissing,
  disabled,
  onChoose,
}: {
  target: BackupTarget | null
  /** The form was sent without a place. */
  isMissing: boolean
  disabled: boolean
  onChoose: (target: BackupTarget) => void
}) {
  const { t } = useTranslation('security')
  const format = useFormat()
  const errorToast = useErrorToast()
  const choose = useRouteCommand('backups.chooseTarget')
  const id = useId()
  const obstacle = target && findTargetObstacle(target)
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className={styles.label}>
        {t('rotation.place')}
      </p>
      <div className={styles.place}>
        <span className={styles.path} title={target?.path}>
          {target?.path}
        </span>
        <Button
          loading={choose.isPending && { delay: 200 }}
          disabled={disabled}
          onClick={() =>
            choose.mutate(
              {},
              { onSuccess: (picked) => picked && onChoose(picked), onError: errorToast },
            )
          }
        >
          {t('rotation.choose')}
        </Button>
      </div>
      <div className={styles.notes}>
        {obstacle && (
          <Note tone="error">
            {t(`backups:target.obstacle.${obstacle}`, {
              needed: format.bytes(target.neededBytes),
              free: format.bytes(target.freeBytes ?? 0),
            })}
          </Note>
        )}
        {target &&
          !obstacle &&
          listTargetWarnings(target).map((warning) => (
            <Note key={warning} tone="warn">
              {t(`backups:target.warning.${warning}`, { service: target.service ?? '' })}
            </Note>
          ))}
        {isMissing && <Note tone="error">{t('rotation.missing')}</Note>}
      </div>
    </div>
  )
}
