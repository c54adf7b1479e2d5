import { Select } from 'antd'
import { ArrowRight } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { customTarget } from '@shared/features/imports/imports.rules'
import type { ImportColumn } from '@shared/features/imports/imports.schema'
import { PrivateText } from '@renderer/components/private-text'
import { useCustomFields } from '@renderer/lib/custom-fields'
import { useRights } from '@renderer/lib/use-rights'
import { setTarget } from './import-actions'
import styles from './mapping-table.module.css'
import { ReadingMark } from './reading-mark'
import { targetGroups } from './target-groups'

/** Every column of the file with its first content, its field and how its cells are read. */
export function MappingTable({
  columns,
  disabled,
}: {
  columns: readonly ImportColumn[]
  disabled: boolean
}) {
  const { t } = useTranslation('imports')
  const rights = useRights()
  const storesIdNumbers = rights.level('idNumber', 'own') === 'full'
  const fields = useCustomFields()
  const options = useMemo(
    () => [
      ...targetGroups.map(({ group, targets }) => ({
        label: t(`group.${group}`),
        options: targets
          .filter((target) => target !== 'idCard' || storesIdNumbers)
          .map((target) => ({ value: target, label: t(`target.${target}`) })),
      })),
      ...(fields.length === 0
        ? []
        : [
            {
              label: t('group.custom'),
              options: fields.map(({ id, name }) => ({
                value: customTarget(id),
                label: name,
              })),
            },
          ]),
    ],
    [t, storesIdNumbers, fields],
  )
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('mapping.column')}</th>
          <th scope="col">{t('mapping.sample')}</th>
          <th aria-hidden />
          <th scope="col">{t('mapping.field')}</th>
          <th scope="col">{t('mapping.reading')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.index}>
            <th scope="row" className={styles.header} title={column.header}>
              {column.header}
            </th>
            <td className={styles.sample}>
              {column.sample ? <PrivateText text={column.sample} /> : '—'}
            </td>
            <td className={styles.arrow}>
              <ArrowRight size={14} strokeWidth={1.6} aria-hidden />
            </td>
            <td className={styles.field}>
              <Select
                value={column.target}
                options={options}
                disabled={disabled}
                showSearch={{ optionFilterProp: 'label' }}
                variant={column.target === 'ignore' ? 'filled' : 'outlined'}
                aria-label={t('mapping.fieldOf', { column: column.header })}
                className={styles.select ?? ''}
                onChange={(target) => void setTarget(column.index, target)}
              />
            </td>
            <td>
              <ReadingMark column={column} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
