import { Table } from 'antd'
import { CircleX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportProblem } from '@shared/features/imports/imports.schema'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import styles from './problem-table.module.css'

const pageSize = 100

/** Rows with row number, column, reason and the cell as it was written. */
export function ProblemTable({ problems }: { problems: readonly ImportProblem[] }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  return (
    <Table<ImportProblem & { key: number }>
      size="small"
      dataSource={problems.map((problem, key) => ({ ...problem, key }))}
      pagination={
        problems.length > pageSize ? { pageSize, size: 'small', showSizeChanger: false } : false
      }
      columns={[
        {
          title: t('table.row'),
          dataIndex: 'row',
          width: 64,
          className: styles.number ?? '',
          render: (row: number) => format.count(row),
        },
        {
          title: t('table.column'),
          dataIndex: 'column',
          width: 128,
          ellipsis: true,
          render: (column: string) => column || '—',
        },
        {
          title: t('table.reason'),
          width: 232,
          render: (_, { code, severity }) => (
            <span className={styles.reason}>
              {severity === 'error' ? (
                <CircleX size={14} strokeWidth={1.6} aria-hidden className={styles.error} />
              ) : (
                <TriangleAlert size={14} strokeWidth={1.6} aria-hidden className={styles.warn} />
              )}
              {t(`problem.${code}.what`)}
            </span>
          ),
        },
        {
          title: t('table.value'),
          dataIndex: 'value',
          ellipsis: true,
          render: (value: string) => (value ? <PrivateText text={value} /> : '—'),
        },
      ]}
    />
  )
}
