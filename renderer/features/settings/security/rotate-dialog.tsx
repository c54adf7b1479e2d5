import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { BackupTarget } from '@shared/features/backups/backups.contract'
import { findTargetObstacle } from '@shared/features/backups/backup-target.rules'
import { FormDialog } from '@renderer/components/form-dialog'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useJob } from '@renderer/lib/use-job'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { RotationDone } from './rotation-done'
import { RotationPlace } from './rotation-place'
import { mayCancelRotation } from './rotation.rules'
import { SecretField } from './secret-field'
import { secretForm } from './security-forms'

/** 更换数据密钥: password and a place for the backup, then the job with its progress, then what holds from now on. */
export function RotateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('security')
  const { data: suggested } = useRouteQuery('backups.suggestTarget', {})
  const [chosen, setChosen] = useState<BackupTarget | null>(null)
  const [missing, setMissing] = useState(false)
  const job = useJob()
  const rotate = useVaultCommand((input: { password: string; target: string }) =>
    request('vault.rotateKey', { jobId: job.start(), ...input }),
  )
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(secretForm),
    defaultValues: { password: '' },
  })
  const target = chosen ?? suggested ?? null
  const submit = handleSubmit(({ password }) => {
    if (!target || findTargetObstacle(target)) return setMissing(true)
    rotate.mutate({ password, target: target.token }, { onSettled: job.finish })
  })
  if (rotate.isSuccess) return <RotationDone onClose={onClose} />
  return (
    <FormDialog
      title={t('rotation.start')}
      lead={t('rotation.lead')}
      action={t('rotation.action')}
      busy={rotate.isPending}
      error={rotate.error}
      width={520}
      onSubmit={() => void submit()}
      onStop={mayCancelRotation(job.progress) ? () => void job.cancel() : undefined}
      onClose={onClose}
    >
      <SecretField control={control} disabled={rotate.isPending} />
      <RotationPlace
        target={target}
        isMissing={missing && target === null}
        disabled={rotate.isPending}
        onChoose={setChosen}
      />
      {rotate.isPending && <JobProgressBar progress={job.progress} />}
    </FormDialog>
  )
}
