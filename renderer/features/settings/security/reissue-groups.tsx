import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '@shared/core/errors'
import { Note } from '@renderer/components/note'
import { listWrongGroups, pickGroups } from '@renderer/components/recovery-groups'
import { RecoveryGroupsFields } from '@renderer/components/recovery-groups-fields'
import { useErrorText } from '@renderer/lib/error-text'
import styles from './dialogs.module.css'

/** Three groups of the new key typed back; then it is the valid one. */
export function ReissueGroups({
  busy,
  error,
  onBack,
  onConfirm,
}: {
  busy: boolean
  error: AppError | null
  onBack: () => void
  onConfirm: (answers: { group: number; text: string }[]) => void
}) {
  const { t } = useTranslation('security')
  const errorText = useErrorText()
  const [groups] = useState(() => pickGroups(Math.random))
  const [texts, setTexts] = useState<readonly string[]>(groups.map(() => ''))
  const isWhole = texts.every((text) => text.trim() !== '')

  function submit(event: React.SubmitEvent): void {
    event.preventDefault()
    if (busy || !isWhole) return
    onConfirm(groups.map((group, index) => ({ group, text: texts[index] ?? '' })))
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      <p className={styles.lead}>{t('reissue.confirmLead')}</p>
      <RecoveryGroupsFields
        groups={groups}
        texts={texts}
        wrong={listWrongGroups(error)}
        onChange={setTexts}
      />
      {error && <Note tone="error">{errorText(error)}</Note>}
      <div className={styles.buttons}>
        <Button disabled={busy} onClick={onBack}>
          {t('common:previous')}
        </Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={busy && { delay: 200 }}
          disabled={!isWhole}
        >
          {t('reissue.action')}
        </Button>
      </div>
    </form>
  )
}
