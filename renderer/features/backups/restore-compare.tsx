import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useRights } from '@renderer/lib/use-rights'
import { compareRows } from './compare-rows'
import styles from './restore-compare.module.css'

/** Rows of the backup by kind, beside those of the open book where it is the same one; and who can open it. */
export function RestoreCompare({ summary }: { summary: BackupSummary }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const { allowed } = useRights()
  const { data: state } = useRouteQuery('vault.getState', {})
  const isSameBook = state?.phase === 'open' && state.book?.name === summary.bookName
  const enabled = isSameBook && allowed('vault.manage')
  const { data: present } = useRouteQuery('backups.countRows', {}, { enabled })
  const now = enabled ? present?.rowCounts : undefined
  return (
    <section className={styles.box}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('compare.kind')}</th>
            {now && <th className={styles.number}>{t('compare.now')}</th>}
            <th className={styles.number}>{t('compare.backup')}</th>
            {now && <th className={styles.number}>{t('compare.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {compareRows(summary.rowCounts, now ?? null).map(({ table, before, after }) => (
            <tr key={table}>
              <td>{t(`compare.table.${table}`)}</td>
              {before !== null && <td className={styles.number}>{format.count(before)}</td>}
              <td className={styles.number}>{format.count(after)}</td>
              {before !== null && (
                <td className={styles.number}>
                  {after === before ? (
                    <span className={styles.same}>{t('compare.same')}</span>
                  ) : (
                    `${after > before ? '+' : ''}${format.count(after - before)}`
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.people}>
        {t('compare.people', {
          names: summary.users
            .map(({ name, role }) => t('compare.person', { name, role: t(`common:role.${role}`) }))
            .join(t('compare.and')),
        })}
      </p>
    </section>
  )
}
