import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '@renderer/lib/announce'
import { request, useRouteCommand } from '@renderer/lib/client'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { ReissueGroups } from './reissue-groups'
import { ReissueKey } from './reissue-key'
import { SecretDialog } from './secret-dialog'

/** 换一把: password → the new key to keep → three groups back. Until the last step the old one stays valid. */
export function ReissueDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('security')
  const toast = useToast()
  const [confirming, setConfirming] = useState(false)
  const start = useRouteCommand('vault.startReissue')
  const cancel = useRouteCommand('vault.cancelReissue')
  const finish = useVaultCommand((answers: { group: number; text: string }[]) =>
    request('vault.finishReissue', { answers }),
  )
  const recoveryKey = start.data?.recoveryKey

  if (!recoveryKey)
    return (
      <SecretDialog
        title={t('reissue.title')}
        lead={t('reissue.lead')}
        action={t('common:next')}
        busy={start.isPending}
        error={start.error}
        onSubmit={(password) => start.mutate({ password })}
        onClose={onClose}
      />
    )

  function giveUp(): void {
    cancel.mutate({}, { onSettled: onClose })
    toast(t('reissue.cancelled'))
  }

  return (
    <Modal
      open
      title={t(confirming ? 'reissue.confirmTitle' : 'reissue.keyTitle')}
      footer={null}
      width={720}
      maskClosable={false}
      closable={!finish.isPending}
      keyboard={!finish.isPending}
      onCancel={giveUp}
    >
      {confirming ? (
        <ReissueGroups
          busy={finish.isPending}
          error={finish.error}
          onBack={() => setConfirming(false)}
          onConfirm={(answers) =>
            finish.mutate(answers, {
              onSuccess: () => {
                toast(t('reissue.done'))
                onClose()
              },
            })
          }
        />
      ) : (
        <ReissueKey
          recoveryKey={recoveryKey}
          onCancel={giveUp}
          onDone={() => setConfirming(true)}
        />
      )}
    </Modal>
  )
}
