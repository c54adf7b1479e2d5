import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useRights } from '@renderer/lib/use-rights'
import { useOwners } from '../owner/use-owners'
import { changeFilter, useListStore } from './list-store'
import styles from './view-tabs.module.css'
import { filterOf, type ListView, listViews, viewOf } from './views'

/** 全部, 我的 and 公海 with their counts, as far as one's role has them; nothing where there is no choice. */
export function ViewTabs() {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { role } = useRights()
  const { me } = useOwners()
  const filter = useListStore((state) => state.filter)
  const { data: counts } = useRouteQuery('customers.counts', {})
  // Without one's own row id 「我的」 cannot be asked for among all.
  const views = listViews(role).filter(
    (view, _, all) => view !== 'own' || me !== null || !all.includes('all'),
  )
  if (views.length < 2) return null
  const numbers = { all: counts?.active, own: counts?.own, pool: counts?.pool }
  return (
    <Tabs
      className={styles.tabs}
      aria-label={t('view.label')}
      activeKey={viewOf(filter, views, me)}
      onChange={(view) => changeFilter(filterOf(view as ListView, views, me))}
      items={views.map((view) => ({
        key: view,
        label: (
          <>
            {t(`view.${view}`)}{' '}
            {numbers[view] !== undefined && (
              <span className={styles.count}>{format.count(numbers[view])}</span>
            )}
          </>
        ),
      }))}
    />
  )
}
