import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import type { RouteOutput } from '@shared/contract'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { useRouteCommand } from '@renderer/lib/client'
import { useJob } from '@renderer/lib/use-job'
import { CoverPane } from './cover-pane'
import { GateFrame } from './gate-frame'
import styles from './gate.module.css'
import problemStyles from './problem-page.module.css'
import { RescueSignIn } from './rescue-sign-in'
import { SalvageResult } from './salvage-result'

type Done = RouteOutput<'vault.salvage'>

/** 抢救: an owner has a new data file made of what can be read in a damaged one; what came of it stays until it is read (R094). */
export function SalvagePage({ state }: { state: VaultState }) {
  const { t } = useTranslation('vault')
  const navigate = useNavigate()
  const job = useJob()
  const salvage = useRouteCommand('vault.salvage')
  const [done, setDone] = useState<Done | null>(null)
  if (done?.report) return <SalvageResult state={done.state} report={done.report} />
  if (state.problem?.kind !== 'database-damaged' && !salvage.isPending)
    return <Navigate to="/" replace />
  const failed =
    salvage.isPending || salvage.error?.code === 'core.cancelled' ? null : salvage.error
  return (
    <GateFrame pane={<CoverPane lastBackup={state.lastBackup} />}>
      <div className={styles.wide}>
        <h1 className={styles.title}>{t('salvage.title')}</h1>
        <p className={styles.lead}>{t('salvage.lead')}</p>
        <dl className={problemStyles.facts}>
          {(['kept', 'lost', 'room'] as const).map((part) => (
            <div key={part} className={problemStyles.fact}>
              <dt>{t(`salvage.fact.${part}`)}</dt>
              <dd>{t(`salvage.note.${part}`)}</dd>
            </div>
          ))}
        </dl>
        {salvage.isPending && (
          <>
            <JobProgressBar progress={job.progress} onCancel={() => void job.cancel()} />
            <div className={styles.gap} />
          </>
        )}
        <RescueSignIn
          users={state.users.filter(({ role }) => role === 'owner')}
          action={t(salvage.isPending ? 'salvage.running' : 'salvage.action')}
          pending={salvage.isPending}
          error={failed}
          onSubmit={(credentials, onRefused) =>
            salvage.mutate(
              { jobId: job.start(), ...credentials },
              { onSuccess: setDone, onError: onRefused, onSettled: job.finish },
            )
          }
          onBack={() => void navigate('/')}
        />
      </div>
    </GateFrame>
  )
}
