import { Button } from 'antd'
import { Copy, Printer, Usb } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import styles from './recovery-key-actions.module.css'

type Action = 'print' | 'save' | 'copy'

/** Print, save or copy the recovery key; the clipboard is cleared by the program after 60 s. */
export function RecoveryKeyActions() {
  const { t } = useTranslation('vault')
  const toast = useToast()
  const errorToast = useErrorToast()
  const [busy, setBusy] = useState<Action | null>(null)

  async function run(action: Action): Promise<void> {
    setBusy(action)
    try {
      if (await perform(action)) toast(t(`key.done.${action}`))
    } catch (error) {
      errorToast(error)
    } finally {
      setBusy(null)
    }
  }

  return (
    <div className={styles.row}>
      <Button
        loading={busy === 'print'}
        icon={<Printer size={16} strokeWidth={1.6} aria-hidden />}
        onClick={() => void run('print')}
      >
        {t('key.print')}
      </Button>
      <Button
        loading={busy === 'save'}
        icon={<Usb size={16} strokeWidth={1.6} aria-hidden />}
        onClick={() => void run('save')}
      >
        {t('key.save')}
      </Button>
      <Button
        type="text"
        icon={<Copy size={16} strokeWidth={1.6} aria-hidden />}
        onClick={() => void run('copy')}
      >
        {t('key.copy')}
      </Button>
      <span className={styles.hint}>{t('key.clipboard')}</span>
    </div>
  )
}

/** True when it was done, false when the person cancelled the dialog. */
async function perform(action: Action): Promise<boolean> {
  if (action === 'print') return (await request('vault.printRecoveryKey', {})).printed
  if (action === 'save') return (await request('vault.saveRecoveryKey', {})).saved
  await request('vault.copyRecoveryKey', {})
  return true
}
