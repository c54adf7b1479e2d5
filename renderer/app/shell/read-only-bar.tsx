import { Button } from 'antd'
import { BookOpen, HardDrive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { Bar } from './bar'
import { useLock } from './use-lock'

/** Stands over all pages while the book takes no changes (R094): why, and the way back. */
export function ReadOnlyBar({ state }: { state: VaultState }) {
  if (state.readOnly === 'disk-full') return <DiskFullBar />
  if (state.readOnly === 'by-choice') return <LookBar />
  return null
}

function DiskFullBar() {
  const { t } = useTranslation('shell')
  const errorToast = useErrorToast()
  const tryAgain = useVaultCommand(() => request('vault.tryWriting', {}))
  return (
    <Bar icon={HardDrive} text={t('readOnly.diskFull')}>
      <Button
        size="small"
        loading={tryAgain.isPending && { delay: 200 }}
        onClick={() => tryAgain.mutate(undefined, { onError: errorToast })}
      >
        {t('readOnly.tryAgain')}
      </Button>
    </Bar>
  )
}

function LookBar() {
  const { t } = useTranslation('shell')
  const lock = useLock()
  return (
    <Bar icon={BookOpen} text={t('readOnly.byChoice')}>
      <Button size="small" onClick={() => void lock()}>
        {t('readOnly.leave')}
      </Button>
    </Bar>
  )
}
