import { isSortable } from '@shared/features/custom-fields/custom-fields.rules'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import type { CustomerSort } from '@shared/features/customers/customers.contract'
import type { CustomerRow } from '@shared/features/customers/customers.schema'
import { PrivateText } from '@renderer/components/private-text'
import { QualityRing } from '@renderer/components/quality-ring'
import { StageMark } from '@renderer/components/stage-mark'
import { TierMark } from '@renderer/components/tier-mark'
import { DayText, DueText } from '../due-text'
import { OwnerText } from '../owner-text'
import styles from './customer-table.module.css'
import { RowTags } from './row-tags'

export type ColumnLanguage = 'zh-CN' | 'en'

export type ListColumn = {
  /** Key of its title in the locale. */
  key: string
  /** Of a custom field: its name, which stands in no locale. */
  title?: string
  sortBy: CustomerSort['by'] | null
  /** Custom field that it sorts by. */
  sortField?: number
  /** CSS pixels; the name takes the rest and has none. */
  width: Record<ColumnLanguage, number> | null
  /** Which columns stay when the table is narrow: 1 before 2. */
  rank: number
  /** In a wide window only. */
  wide?: boolean
  render: (customer: CustomerRow, selected: boolean) => React.ReactNode
}

const clip = (text: string | null) =>
  text === null ? (
    <span className={styles.none}>—</span>
  ) : (
    <PrivateText text={text} className={styles.clip} />
  )

const builtIn: readonly ListColumn[] = [
  {
    key: 'name',
    sortBy: 'name',
    width: null,
    rank: 0,
    render: ({ name }) => clip(name),
  },
  {
    key: 'contactPerson',
    sortBy: null,
    width: { 'zh-CN': 92, en: 92 },
    rank: 8,
    render: ({ contactPerson }) => clip(contactPerson),
  },
  {
    key: 'phone',
    sortBy: null,
    width: { 'zh-CN': 136, en: 136 },
    rank: 7,
    render: ({ phoneMasked }) => clip(phoneMasked),
  },
  {
    key: 'stage',
    sortBy: 'stage',
    width: { 'zh-CN': 82, en: 104 },
    rank: 1,
    render: ({ stage }) => <StageMark stage={stage} />,
  },
  {
    key: 'tier',
    sortBy: 'tier',
    width: { 'zh-CN': 88, en: 104 },
    rank: 4,
    wide: true,
    render: ({ tier }) => <TierMark tier={tier} />,
  },
  {
    key: 'tags',
    sortBy: null,
    width: { 'zh-CN': 196, en: 200 },
    rank: 3,
    wide: true,
    render: ({ tags }, selected) => <RowTags tags={tags} onSelected={selected} />,
  },
  {
    key: 'owner',
    sortBy: null,
    width: { 'zh-CN': 84, en: 96 },
    rank: 5,
    wide: true,
    render: ({ ownerName, relation }) => <OwnerText name={ownerName} relation={relation} />,
  },
  {
    key: 'nextFollowAt',
    sortBy: 'nextFollowAt',
    width: { 'zh-CN': 108, en: 112 },
    rank: 2,
    render: ({ nextFollowAt }) => <DueText at={nextFollowAt} />,
  },
  {
    key: 'lastInteractionAt',
    sortBy: 'lastInteractionAt',
    width: { 'zh-CN': 108, en: 118 },
    rank: 6,
    render: ({ lastInteractionAt }) => <DayText at={lastInteractionAt} />,
  },
  {
    key: 'quality',
    sortBy: null,
    width: { 'zh-CN': 44, en: 44 },
    rank: 4,
    wide: true,
    render: ({ quality }) => <QualityRing mark={quality} />,
  },
]

/** The columns of custom fields; somebody chose them, so they stay before what stands there by itself. */
export function customColumns(
  fields: readonly CustomField[],
  words: (field: CustomField, value: string) => string,
): ListColumn[] {
  return fields.map((field) => ({
    key: `custom-${field.id}`,
    title: field.name,
    sortBy: null,
    ...(isSortable(field) ? { sortField: field.id } : {}),
    width: { 'zh-CN': 120, en: 120 },
    rank: 1.5,
    render: ({ custom }) => {
      const value = custom.find(({ fieldId }) => fieldId === field.id)?.value
      return clip(value === undefined ? null : words(field, value))
    },
  }))
}

/** Width of the boxes at the left and the least width of the name, in CSS pixels. */
const selectionWidth = 52
const nameWidth = 170

/**
 * The columns that leave the name its least width, by rank; tier, tags, owner and 3C only in a wide window.
 * @param tableWidth CSS pixels
 * @param hidden keys of columns that one's role has no use for
 * @param custom columns of custom fields, as `customColumns` makes them
 */
export function listColumns(
  tableWidth: number,
  narrow: boolean,
  language: ColumnLanguage,
  hidden: readonly string[] = [],
  custom: readonly ListColumn[] = [],
): ListColumn[] {
  const columns = [...builtIn, ...custom]
  let rest = tableWidth - selectionWidth - nameWidth
  const kept = columns
    .filter(({ key, wide }) => !(narrow && wide) && !hidden.includes(key))
    .toSorted((a, b) => a.rank - b.rank)
    .filter(({ width }) => {
      rest -= width?.[language] ?? 0
      return width === null || rest >= 0
    })
  return columns.filter((column) => kept.includes(column))
}

/** The columns as a CSS grid, boxes first; head and rows share it. */
export function gridTemplate(shown: readonly ListColumn[], language: ColumnLanguage): string {
  const widths = shown.map(({ width }) => (width ? `${width[language]}px` : 'minmax(0, 1fr)'))
  return [`${selectionWidth}px`, ...widths].join(' ')
}
