import type { TableColumnType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerSort } from '@shared/features/customers/customers.contract'
import type { CustomerRow } from '@shared/features/customers/customers.schema'
import { StageMark } from '@renderer/components/stage-mark'
import { TierMark } from '@renderer/components/tier-mark'
import { DayText, DueText } from '../due-text'
import { RowTags } from './row-tags'
import styles from './customer-table.module.css'
import type { ListRow } from './windows'

type Column = TableColumnType<ListRow>
type ColumnPlan = {
  key: string
  sortable: boolean
  width: { 'zh-CN': number; en: number }
  /** Which columns stay when the table is narrow: 1 before 2. */
  rank: number
  render: (customer: CustomerRow, selected: boolean) => React.ReactNode
}

const clip = (text: string | null) =>
  text === null ? (
    <span className={styles.none}>—</span>
  ) : (
    <span className={styles.clip} title={text}>
      {text}
    </span>
  )

const plans: ColumnPlan[] = [
  {
    key: 'contactPerson',
    sortable: false,
    width: { 'zh-CN': 92, en: 92 },
    rank: 7,
    render: ({ contactPerson }) => clip(contactPerson),
  },
  {
    key: 'phone',
    sortable: false,
    width: { 'zh-CN': 136, en: 136 },
    rank: 6,
    render: ({ phoneMasked }) => clip(phoneMasked),
  },
  {
    key: 'stage',
    sortable: true,
    width: { 'zh-CN': 82, en: 104 },
    rank: 1,
    render: ({ stage }) => <StageMark stage={stage} />,
  },
  {
    key: 'tier',
    sortable: true,
    width: { 'zh-CN': 88, en: 104 },
    rank: 5,
    render: ({ tier }) => <TierMark tier={tier} />,
  },
  {
    key: 'tags',
    sortable: false,
    width: { 'zh-CN': 196, en: 200 },
    rank: 4,
    render: ({ tags }, selected) => <RowTags tags={tags} onSelected={selected} />,
  },
  {
    key: 'nextFollowAt',
    sortable: true,
    width: { 'zh-CN': 108, en: 112 },
    rank: 2,
    render: ({ nextFollowAt }) => <DueText at={nextFollowAt} />,
  },
  {
    key: 'lastInteractionAt',
    sortable: true,
    width: { 'zh-CN': 108, en: 118 },
    rank: 3,
    render: ({ lastInteractionAt }) => <DayText at={lastInteractionAt} />,
  },
]
const selectionWidth = 52
const nameWidth = 170

/** The columns that leave the name its least width, by rank; tier and tags only in a wide window. */
function planColumns(tableWidth: number, narrow: boolean, language: 'zh-CN' | 'en'): ColumnPlan[] {
  let rest = tableWidth - selectionWidth - nameWidth
  const kept = plans
    .filter(({ key }) => !(narrow && (key === 'tier' || key === 'tags')))
    .toSorted((a, b) => a.rank - b.rank)
    .filter(({ width }) => {
      rest -= width[language]
      return rest >= 0
    })
  return plans.filter((plan) => kept.includes(plan))
}

/** Columns for a table of this width: the name takes what the fixed ones leave. */
export function useColumns(
  tableWidth: number,
  narrow: boolean,
  sort: CustomerSort,
  selected: ReadonlySet<number>,
): Column[] {
  const { t, i18n } = useTranslation('customers')
  const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
  return useMemo(() => {
    const shown = planColumns(tableWidth, narrow, language)
    const fixed = shown.reduce((sum, { width }) => sum + width[language], 0)
    const sorting = (key: string): Column => ({
      sorter: true,
      sortDirections: ['ascend', 'descend', 'ascend'],
      sortOrder: sort.by === key ? (sort.direction === 'asc' ? 'ascend' : 'descend') : null,
    })
    const name: Column = {
      key: 'name',
      title: t('column.name'),
      width: Math.max(nameWidth, tableWidth - selectionWidth - fixed),
      className: styles.name,
      ...sorting('name'),
      render: (_, { customer }) =>
        customer ? clip(customer.name) : <span className={styles.bone} />,
    }
    return [
      name,
      ...shown.map<Column>(({ key, width, sortable, render }) => ({
        key,
        title: t(`column.${key}`),
        width: width[language],
        ...(sortable ? sorting(key) : {}),
        render: (_, { customer }) => customer && render(customer, selected.has(customer.id)),
      })),
    ]
  }, [tableWidth, narrow, sort, selected, t, language])
}
