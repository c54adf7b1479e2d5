import { Button, Dropdown } from 'antd'
import { ArrowDownUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { customerSortKeys } from '@shared/features/customers/customers.contract'
import { isSortable } from '@shared/features/custom-fields/custom-fields.rules'
import { useCustomFields } from '@renderer/lib/custom-fields'
import { useNarrow } from '@renderer/lib/use-narrow'
import styles from './filter-row.module.css'
import { changeSort, useListStore } from './list-store'
import { useCustomColumns } from './use-custom-columns'

/** What the list is sorted by, fields of one's own that stand as columns among it, and the direction; an icon alone in a narrow window. */
export function SortMenu() {
  const { t } = useTranslation('customers')
  const narrow = useNarrow()
  const sort = useListStore((state) => state.sort)
  const { chosen } = useCustomColumns()
  const fields = useCustomFields()
  const sorted = fields.find(({ id }) => id === sort.fieldId)
  const offered = fields.filter((field) => isSortable(field) && chosen.includes(field.id))
  const name = sorted?.name ?? t(`column.${sort.by}`)
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectedKeys: [
          sort.fieldId === undefined ? sort.by : `field-${sort.fieldId}`,
          sort.direction,
        ],
        items: [
          ...customerSortKeys.map((by) => ({
            key: by,
            label: t(`column.${by}`),
            onClick: () => changeSort({ by, direction: sort.direction }),
          })),
          ...offered.map((field) => ({
            key: `field-${field.id}`,
            label: field.name,
            onClick: () => changeSort({ ...sort, fieldId: field.id }),
          })),
          { type: 'divider' as const },
          ...(['asc', 'desc'] as const).map((direction) => ({
            key: direction,
            label: t(`direction.${direction}`),
            onClick: () => changeSort({ ...sort, direction }),
          })),
        ],
      }}
    >
      <Button
        type="text"
        size="small"
        className={styles.sort}
        icon={<ArrowDownUp size={14} strokeWidth={1.6} aria-hidden />}
        aria-label={t('list.sortedBy', { name })}
        title={narrow ? t('list.sortedBy', { name }) : undefined}
      >
        {!narrow && name}
      </Button>
    </Dropdown>
  )
}
