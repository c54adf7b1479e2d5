import { Segmented } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  type RestoreChoice,
  type RestoreMode,
  restoreModes,
} from '@shared/features/restores/customer-restores.schema'
import { IconButton } from '@renderer/components/icon-button'
import { Note } from '@renderer/components/note'
import { PrivateText } from '@renderer/components/private-text'
import { useRouteQuery } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useFormat } from '@renderer/lib/format'
import styles from './customers-restore.module.css'
import { useRestoreWords } from './customers-restore-words'
import type { Chosen } from './use-customers-restore'

/** What would be written, for each customer and in all; a changed one is filled up or made as it was. */
export function CustomersRestorePreview({
  chosen,
  choices,
  onMode,
  onDrop,
}: {
  chosen: ReadonlyMap<string, Chosen>
  choices: RestoreChoice[]
  onMode: (uid: string, mode: RestoreMode) => void
  onDrop: (uid: string) => void
}) {
  const { t } = useTranslation('backups')
  const words = useRestoreWords()
  return (
    <>
      <Totals choices={choices} />
      <ul className={styles.list} data-region tabIndex={-1} aria-label={t('customers.chosen')}>
        {[...chosen.values()].map(({ row, mode }) => (
          <li key={row.uid} className={styles.row}>
            <span className={styles.what}>
              <span className={styles.line}>
                <PrivateText text={row.name} className={styles.name} />
                <span className={styles.code}>{row.code}</span>
              </span>
              <span className={styles.difference}>{words.effect(row, mode)}</span>
            </span>
            {row.status === 'changed' ? (
              <Segmented<RestoreMode>
                size="small"
                value={mode}
                aria-label={t('customers.modeOf', { name: row.name })}
                onChange={(next) => onMode(row.uid, next)}
                options={restoreModes.map((value) => ({
                  value,
                  label: t(`customers.mode.${value}`),
                }))}
              />
            ) : (
              <span className={styles.status} data-status={row.status}>
                {t('customers.status.missing')}
              </span>
            )}
            <IconButton
              icon={X}
              label={t('customers.drop', { name: row.name })}
              onClick={() => onDrop(row.uid)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function Totals({ choices }: { choices: RestoreChoice[] }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const errorText = useErrorText()
  const { data, error } = useRouteQuery(
    'customer-restores.preview',
    { choices },
    { keepPrevious: true, enabled: choices.length > 0 },
  )
  if (error) return <Note tone="error">{errorText(error)}</Note>
  if (!data) return null
  const keys = [
    'newCustomers',
    'changedCustomers',
    'values',
    'changedValues',
    'followUps',
    'changedFollowUps',
    'tags',
    'contacts',
    'points',
    'changedContacts',
    'records',
    'attachments',
  ] as const
  const parts = keys
    .filter((key) => data[key] > 0)
    .map((key) =>
      t(`customers.totals.${key}`, { count: data[key], shown: format.count(data[key]) }),
    )
  const remarks = (
    ['newCodes', 'newOwners', 'newFields', 'valuesToNotes', 'numbersLost'] as const
  ).filter((key) => data[key] > 0)
  return (
    <>
      <p className={styles.totals}>
        {parts.length > 0 ? parts.join(' · ') : t('customers.totals.nothing')}
      </p>
      {remarks.map((key) => (
        <Note key={key} tone="info">
          {t(`customers.remark.${key}`, { count: data[key], shown: format.count(data[key]) })}
        </Note>
      ))}
    </>
  )
}
