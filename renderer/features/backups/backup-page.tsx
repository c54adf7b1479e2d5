import { Button } from 'antd'
import { FolderOpen, HardDrive, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BackupRecord, BackupSummary } from '@shared/features/backups/backups.contract'
import { ErrorState } from '@renderer/components/error-state'
import { Note } from '@renderer/components/note'
import { PageHeader } from '@renderer/components/page-header'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useRights } from '@renderer/lib/use-rights'
import { BackupCards } from './backup-cards'
import { BackupList } from './backup-list'
import { listPlaces } from './backup-places'
import type { BackupAction } from './backup-row'
import styles from './backup-page.module.css'
import { CustomersRestoreDialog } from './customers-restore-dialog'
import { KeptBooksLine } from './restore-kept-line'
import { ScheduleTrouble } from './schedule-trouble'
import { SideCards } from './side-cards'
import { useBackupStore } from './backup-store'
import { useCreateBackup } from './use-create-backup'
import { VerifyDialog } from './verify-dialog'

const icon = { size: 16, strokeWidth: 1.6, 'aria-hidden': true } as const

/** Backups of this book: what exists, where the next one goes, prove one and, for owners, restore one (R094). */
export function BackupPage() {
  const { t } = useTranslation('backups')
  const errorText = useErrorText()
  const backup = useCreateBackup()
  const { data, error, refetch } = useRouteQuery('backups.list', {})
  const { takingFrom, setTakingFrom, verifying, setVerifying, verifyFile, restoreFile, onAction } =
    useFileActions()
  const { data: drill } = useRouteQuery('backups.getDrill', {})
  const last = data?.backups[0] ?? null
  // A restore puts another day's book in place for everybody.
  const canRestore = useRights().allowed('vault.manage')
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Button icon={<FolderOpen {...icon} />} onClick={() => void verifyFile()}>
              {t('verifyFile')}
            </Button>
            {canRestore && (
              <Button icon={<RotateCcw {...icon} />} onClick={restoreFile}>
                {t('restoreFile')}
              </Button>
            )}
            <Button
              type="primary"
              icon={<HardDrive {...icon} />}
              loading={backup.running}
              onClick={() => void backup.start()}
            >
              {t('backUpNow')}
            </Button>
          </>
        }
      />
      <div className={styles.body}>
        {backup.error !== null && (
          <div className={styles.trouble}>
            <Note tone="error">{errorText(backup.error)}</Note>
          </div>
        )}
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        <ScheduleTrouble />
        {data && (
          <div className={styles.columns}>
            <div className={styles.main}>
              <BackupCards backup={backup} last={last} />
              {listPlaces(data.backups).map((backups) => (
                <BackupList
                  key={backups[0]?.folder}
                  backups={backups}
                  drill={drill?.last ?? null}
                  actions={canRestore ? ['verify', 'restore', 'takeBack'] : ['verify']}
                  onAction={(action, which) => void onAction(action, which)}
                />
              ))}
              <KeptBooksLine />
            </div>
            <SideCards backups={data.backups} busy={backup.running} />
          </div>
        )}
      </div>
      {takingFrom && (
        <CustomersRestoreDialog summary={takingFrom} onClose={() => setTakingFrom(null)} />
      )}
      {verifying && <VerifyDialog summary={verifying} onClose={() => setVerifying(null)} />}
    </>
  )
}

/** Looking at files: one chosen in a dialog, or one of the list when its drive is there. */
function useFileActions() {
  const { t } = useTranslation('backups')
  const navigate = useNavigate()
  const toast = useToast()
  const errorToast = useErrorToast()
  const pick = useBackupStore((store) => store.pick)
  const [verifying, setVerifying] = useState<BackupSummary | null>(null)
  const [takingFrom, setTakingFrom] = useState<BackupSummary | null>(null)

  async function look(find: () => Promise<BackupSummary | null>): Promise<BackupSummary | null> {
    try {
      return await find()
    } catch (problem) {
      errorToast(problem)
      return null
    }
  }

  async function ofRecord({ id, fileName }: BackupRecord): Promise<BackupSummary | null> {
    const summary = await request('backups.lookAt', { id })
    if (!summary) toast(t('list.fileAway', { name: fileName }))
    return summary
  }

  return {
    ...{ takingFrom, setTakingFrom, verifying, setVerifying },
    verifyFile: async () => setVerifying(await look(() => request('backups.chooseFile', {}))),
    restoreFile: () => {
      pick(null)
      void navigate('/restore')
    },
    onAction: async (action: BackupAction, backup: BackupRecord): Promise<void> => {
      const summary = await look(() => ofRecord(backup))
      if (!summary) return
      if (action === 'verify') return setVerifying(summary)
      if (action === 'takeBack') return setTakingFrom(summary)
      pick(summary)
      void navigate('/restore')
    },
  }
}
