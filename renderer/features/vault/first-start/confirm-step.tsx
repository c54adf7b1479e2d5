import { Button } from 'antd'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '@renderer/components/note'
import { listWrongGroups, pickGroups } from '@renderer/components/recovery-groups'
import { RecoveryGroupsFields } from '@renderer/components/recovery-groups-fields'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import styles from '../gate.module.css'
import { useFirstStartStore } from './first-start-store'
import { StepHead } from './step-head'

/** Step 4: three groups typed back from the copy; then the book is written and opened. */
export function ConfirmStep({
  onBack,
  onLost,
  onDone,
}: {
  onBack: () => void
  onLost: () => void
  onDone: () => void
}) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const stay = useFirstStartStore((store) => store.stay)
  const leave = useFirstStartStore((store) => store.leave)
  const [groups] = useState(() => pickGroups(Math.random))
  const [texts, setTexts] = useState<readonly string[]>(['', '', ''])
  const finish = useVaultCommand((typed: readonly string[]) =>
    request('vault.finishCreation', {
      answers: groups.map((group, index) => ({ group, text: typed[index] ?? '' })),
    }),
  )

  function submit(event: React.SubmitEvent): void {
    event.preventDefault()
    if (finish.isPending || texts.some((text) => text.trim() === '')) return
    stay()
    finish.mutate(texts, { onSuccess: onDone, onError: leave })
  }

  const wrong = listWrongGroups(finish.error)
  const draftGone = finish.error?.code === 'vault.no-draft'
  return (
    <form className={styles.wide} onSubmit={submit}>
      <StepHead step="confirm" />
      <div className={styles.fields}>
        <RecoveryGroupsFields groups={groups} texts={texts} wrong={wrong} onChange={setTexts} />
        {finish.error && !finish.isPending && <Note tone="error">{errorText(finish.error)}</Note>}
      </div>
      <div className={styles.buttons}>
        <Button size="large" onClick={draftGone ? onLost : onBack} disabled={finish.isPending}>
          {t('common:previous')}
        </Button>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={finish.isPending}
          disabled={texts.some((text) => text.trim() === '')}
          icon={<ArrowRight size={16} strokeWidth={1.6} aria-hidden />}
          iconPlacement="end"
        >
          {t('confirm.action')}
        </Button>
      </div>
    </form>
  )
}
