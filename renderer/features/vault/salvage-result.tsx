import { Button } from 'antd'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isWhole, sumByKind } from '@shared/features/vault/salvage.rules'
import type { SalvageReport } from '@shared/features/vault/salvage.schema'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { Note } from '@renderer/components/note'
import { useFormat } from '@renderer/lib/format'
import { CoverPane } from './cover-pane'
import { GateFrame } from './gate-frame'
import styles from './gate.module.css'
import resultStyles from './salvage-result.module.css'

/** What was saved and what was not, in the words of the person; the damaged files are named, nobody deletes them here. */
export function SalvageResult({ state, report }: { state: VaultState; report: SalvageReport }) {
  const { t } = useTranslation('vault')
  const format = useFormat()
  const navigate = useNavigate()
  const whole = isWhole(report)
  const count = (value: number) => format.count(value)
  const standIns = report.tables.find(({ table }) => table === 'customer')?.standIns ?? 0
  const pages = report.unreadablePages
  return (
    <GateFrame pane={<CoverPane lastBackup={state.lastBackup} />}>
      <div className={styles.wide} role="status">
        <h1 className={resultStyles.title}>
          <ShieldCheck size={20} strokeWidth={1.6} aria-hidden className={resultStyles.icon} />
          {t(whole ? 'salvage.wholeTitle' : 'salvage.doneTitle')}
        </h1>
        <p className={styles.lead}>{t(whole ? 'salvage.wholeLead' : 'salvage.doneLead')}</p>
        <table className={resultStyles.table}>
          <thead>
            <tr>
              <th scope="col">{t('salvage.column.kind')}</th>
              <th scope="col">{t('salvage.column.saved')}</th>
              <th scope="col">{t('salvage.column.lost')}</th>
              <th scope="col">{t('salvage.column.holes')}</th>
            </tr>
          </thead>
          <tbody>
            {sumByKind(report).map(({ kind, saved, lost, holes }) => (
              <tr key={kind}>
                <th scope="row">{t(`salvage.kind.${kind}`)}</th>
                <td>{count(saved)}</td>
                <td className={lost > 0 ? resultStyles.lost : undefined}>{count(lost)}</td>
                <td>{count(holes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className={resultStyles.notes}>
          {standIns > 0 && (
            <Note tone="info">
              {t('salvage.standIns', { count: standIns, shown: count(standIns) })}
            </Note>
          )}
          {report.auditHasGaps && <Note tone="warn">{t('salvage.auditGaps')}</Note>}
          {pages > 0 && (
            <Note tone="warn">
              {t('salvage.unreadable', { count: pages, shown: count(pages) })}
            </Note>
          )}
          {!whole && <Note tone="info">{t('salvage.fromBackup')}</Note>}
          <Note tone="info">{t('salvage.kept', { folder: report.damagedFolder })}</Note>
        </div>
        <div className={styles.buttons}>
          <Button type="primary" size="large" autoFocus onClick={() => void navigate('/customers')}>
            {t('salvage.open')}
          </Button>
        </div>
      </div>
    </GateFrame>
  )
}
