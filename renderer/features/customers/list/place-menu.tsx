import { Button, Dropdown } from 'antd'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './filter-row.module.css'
import { changeFilter, useListStore } from './list-store'

const places = {
  work: { archived: false, bin: false },
  archive: { archived: true, bin: false },
  bin: { archived: false, bin: true },
} as const
type Place = keyof typeof places

/** Which customers the list holds: those at work, the archive or the recycle bin, each with its number (X5). */
export function PlaceMenu() {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { archived, bin } = useListStore((state) => state.filter)
  const { data: counts } = useRouteQuery('customers.counts', {})
  const numbers = { work: counts?.active, archive: counts?.archived, bin: counts?.bin }
  const place: Place = bin ? 'bin' : archived ? 'archive' : 'work'
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomLeft"
      menu={{
        selectedKeys: [place],
        items: (Object.keys(places) as Place[]).map((key) => ({
          key,
          onClick: () => changeFilter(places[key]),
          label: (
            <span className={styles.place}>
              {t(`place.${key}`)}
              {numbers[key] !== undefined && (
                <span className={styles.number}>{format.count(numbers[key])}</span>
              )}
            </span>
          ),
        })),
      }}
    >
      <Button type="text" size="small" aria-label={t('place.label', { name: t(`place.${place}`) })}>
        {t(`place.${place}`)}
        <ChevronDown size={13} strokeWidth={1.6} aria-hidden />
      </Button>
    </Dropdown>
  )
}
