import { Checkbox, Input, Pagination, Segmented } from 'antd'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  mostRestored,
  type RestorableRow,
} from '@shared/features/restores/customer-restores.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { Note } from '@renderer/components/note'
import { PrivateText } from '@renderer/components/private-text'
import { useRouteQuery } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useFormat } from '@renderer/lib/format'
import styles from './customers-restore.module.css'
import { useRestoreWords } from './customers-restore-words'
import type { Chosen, Opened } from './use-customers-restore'

const pageRows = 50
const shows = ['different', 'missing', 'changed', 'all'] as const
type Show = (typeof shows)[number]
const statusesOf = {
  different: ['missing', 'changed'],
  missing: ['missing'],
  changed: ['changed'],
  all: [],
} as const

/** The customers of a backup beside those of now: which to take back. */
export function CustomersRestoreList({
  opened: { counts },
  chosen,
  onToggle,
}: {
  opened: Opened
  chosen: ReadonlyMap<string, Chosen>
  onToggle: (row: RestorableRow) => void
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const errorText = useErrorText()
  const [text, setText] = useState('')
  const [show, setShow] = useState<Show>('different')
  const [page, setPage] = useState(1)
  const { data, error } = useRouteQuery(
    'customer-restores.list',
    {
      ...{ text, limit: pageRows, offset: (page - 1) * pageRows },
      statuses: [...statusesOf[show]],
    },
    { keepPrevious: true },
  )
  const countOf = (what: Show) => {
    const { missing = 0, changed = 0, same = 0, erased = 0 } = counts
    const different = missing + changed
    return { different, missing, changed, all: different + same + erased }[what]
  }
  return (
    <>
      <div className={styles.tools}>
        <Input
          className={styles.search ?? ''}
          prefix={<Search size={14} strokeWidth={1.6} aria-hidden />}
          value={text}
          autoFocus
          allowClear
          aria-label={t('customers.search')}
          placeholder={t('customers.search')}
          onChange={({ target }) => {
            setText(target.value)
            setPage(1)
          }}
        />
        <Segmented<Show>
          value={show}
          aria-label={t('customers.showLabel')}
          onChange={(next) => {
            setShow(next)
            setPage(1)
          }}
          options={shows.map((value) => ({
            value,
            label: `${t(`customers.show.${value}`)} ${format.count(countOf(value))}`,
          }))}
        />
      </div>
      {error && <Note tone="error">{errorText(error)}</Note>}
      <ul className={styles.list} data-region tabIndex={-1} aria-label={t('customers.list')}>
        {data?.rows.map((row) => (
          <Row
            key={row.uid}
            row={row}
            checked={chosen.has(row.uid)}
            full={chosen.size >= mostRestored}
            onToggle={onToggle}
          />
        ))}
        {data?.total === 0 && (
          <li>
            <EmptyState
              flush
              text={t(text || show === 'all' ? 'customers.nothing' : 'customers.noDifference')}
            />
          </li>
        )}
      </ul>
      {data && data.total > pageRows && (
        <Pagination
          size="small"
          simple
          current={page}
          pageSize={pageRows}
          total={data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </>
  )
}

function Row({
  row,
  checked,
  full,
  onToggle,
}: {
  row: RestorableRow
  checked: boolean
  full: boolean
  onToggle: (row: RestorableRow) => void
}) {
  const { t } = useTranslation('backups')
  const words = useRestoreWords()
  const { status } = row
  const isOpen = status === 'missing' || status === 'changed'
  return (
    <li className={styles.row}>
      <Checkbox
        className={styles.check ?? ''}
        checked={checked}
        disabled={!isOpen || (full && !checked)}
        onChange={() => onToggle(row)}
      >
        <span className={styles.what}>
          <span className={styles.line}>
            <PrivateText text={row.name} className={styles.name} />
            <span className={styles.code}>{row.code}</span>
          </span>
          <span className={styles.difference}>{words.difference(row)}</span>
        </span>
      </Checkbox>
      <span className={styles.status} data-status={status}>
        {t(`customers.status.${status}`)}
      </span>
    </li>
  )
}
