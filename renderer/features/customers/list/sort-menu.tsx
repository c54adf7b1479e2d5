import { Button, Dropdown } from 'antd'
import { ArrowDownUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { customerSortKeys } from '@shared/features/customers/customers.contract'
import { useNarrow } from '@renderer/lib/use-narrow'
import styles from './filter-row.module.css'
import { changeSort, useListStore } from './list-store'

/** What the list is sorted by, and the direction; an icon alone in a narrow window. */
export function SortMenu() {
  const { t } = useTranslation('customers')
  const narrow = useNarrow()
  const sort = useListStore((state) => state.sort)
  const name = t(`column.${sort.by}`)
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectedKeys: [sort.by, sort.direction],
        items: [
          ...customerSortKeys.map((by) => ({
            key: by,
            label: t(`column.${by}`),
            onClick: () => changeSort({ ...sort, by }),
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
