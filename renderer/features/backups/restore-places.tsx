import { Button } from 'antd'
import { Folder, Usb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupPlace } from '@shared/features/backups/restore.schema'
import styles from './restore-places.module.css'

const icon = { size: 16, strokeWidth: 1.6, 'aria-hidden': true } as const

/** Where to look for backups: the drives that are plugged in, the last folder, any other. */
export function RestorePlaces({
  places,
  chosen,
  onSelect,
  onOther,
  onFile,
}: {
  places: readonly BackupPlace[]
  chosen: string | null
  onSelect: (token: string) => void
  onOther: () => void
  onFile: () => void
}) {
  const { t } = useTranslation('backups')
  return (
    <div className={styles.row}>
      {places.length > 0 && (
        <div className={styles.places} role="group" aria-label={t('places.label')}>
          {places.map((place) => (
            <button
              key={place.token}
              type="button"
              aria-pressed={place.token === chosen}
              className={styles.place}
              title={place.path}
              onClick={() => onSelect(place.token)}
            >
              {place.kind === 'drive' ? <Usb {...icon} /> : <Folder {...icon} />}
              <span className={styles.words}>
                <span className={styles.name}>{nameOf(place) ?? t('places.last')}</span>
                <span className={styles.path}>{place.path}</span>
              </span>
            </button>
          ))}
        </div>
      )}
      <Button onClick={onOther}>{t('places.other')}</Button>
      <Button onClick={onFile}>{t('restore.chooseFile')}</Button>
    </div>
  )
}

/** The name of the drive, or of a folder that the person chose; the folder of the last backup says what it is instead. */
function nameOf({ kind, label, path }: BackupPlace): string | null {
  if (kind !== 'chosen') return label
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}
