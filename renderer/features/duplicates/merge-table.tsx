import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DuplicateCustomer, MergeLine } from '@shared/features/duplicates/duplicates.contract'
import { useFormat } from '@renderer/lib/format'
import styles from './merge-table.module.css'
import { mergeValueText } from './merge-values'
import { MergeRow } from './merge-row'
import type { MergePreview, MergeState } from './use-merge'

/** In CSS pixels, as the least of each. */
const [labelWidth, columnWidth] = [136, 208]

/** Columns are customers, rows are fields; the arrow keys move the choice within a row. */
export function MergeTable({
  preview,
  merge,
  showsAll,
}: {
  preview: MergePreview
  merge: MergeState
  showsAll: boolean
}) {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  const { customers, lines, custom } = preview
  const ids = customers.map(({ id }) => id)
  const columns = `${labelWidth}px repeat(${customers.length}, minmax(${columnWidth}px, 1fr))`
  const width = labelWidth + customers.length * columnWidth
  const shown = lines.filter((line) => (showsAll ? hasValue(line) : differs(line)))

  function textsOf({ field, values }: MergeLine): (string | null)[] {
    return values.map((value, at) => {
      const id = ids[at] ?? 0
      const whole =
        field === 'phone' || field === 'email' ? merge.numbers?.[id]?.[field] : undefined
      if (whole === undefined) return mergeText(field, value)
      return mergeValueText(field, whole, t, format)
    })
  }
  // A masked phone is no number to be formatted.
  const mergeText = (field: MergeLine['field'], value: string | number | null) =>
    field === 'phone' ? (value as string | null) : mergeValueText(field, value, t, format)

  return (
    <div className={styles.scroll} data-region tabIndex={-1}>
      <div style={{ '--kb-columns': columns, minWidth: width } as React.CSSProperties}>
        <fieldset className={styles.head} aria-label={t('merge.survivor')}>
          <span className={styles.label}>{t('merge.survivor')}</span>
          {customers.map((customer) => (
            <label key={customer.id} className={styles.customer}>
              <Radio
                name="survivor"
                checked={merge.survivorId === customer.id}
                onChange={() => merge.chooseSurvivor(customer.id)}
              />
              <Who customer={customer} />
            </label>
          ))}
        </fieldset>
        {shown.map((line) => (
          <MergeRow
            key={line.field}
            name={line.field}
            label={t(`field.${line.field}`)}
            ids={ids}
            texts={textsOf(line)}
            choice={merge.choiceOf(line.field)}
            joinable={line.joinable}
            locked={line.locked}
            onChoose={(choice) => merge.choose(line.field, choice)}
          />
        ))}
        {custom
          .filter((line) => showsAll || new Set(line.values).size > 1)
          .map((line) => (
            <MergeRow
              key={`own-${line.fieldId}`}
              name={`own-${line.fieldId}`}
              label={line.name}
              ids={ids}
              texts={line.values}
              choice={merge.customChoiceOf(line.fieldId)}
              joinable={false}
              locked={false}
              onChoose={(choice) => choice !== 'all' && merge.chooseCustom(line.fieldId, choice)}
            />
          ))}
        {shown.length === 0 && custom.length === 0 && (
          <p className={styles.same}>{t('merge.allSame')}</p>
        )}
      </div>
      <p className={styles.foot}>
        {t('merge.foot', {
          count: customers.length - 1,
          followUps: t('cluster.followUps', {
            count: customers.reduce((sum, customer) => sum + customer.followUpCount, 0),
          }),
        })}
      </p>
    </div>
  )
}

function Who({ customer }: { customer: DuplicateCustomer }) {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  return (
    <span className={styles.who}>
      <span data-private className={styles.name}>
        {customer.name}
      </span>
      <span className={styles.meta}>
        {[customer.code, customer.ownerName].join(' · ')}
        <br />
        {t('cluster.created', { date: format.prose(customer.createdAt) })} ·{' '}
        {t('cluster.followUps', { count: customer.followUpCount })}
      </span>
    </span>
  )
}

const hasValue = ({ groups }: MergeLine) => groups.some((group) => group !== null)
const differs = ({ groups }: MergeLine) => new Set(groups).size > 1
