import { Button, Input } from 'antd'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '@renderer/components/form-dialog'
import { Note } from '@renderer/components/note'
import { useRouteQuery } from '@renderer/lib/client'
import styles from './holidays.module.css'
import { ImportPreview } from './import-preview'
import { readListFile } from './read-list-file'
import type { HolidayCommands } from './use-holiday-commands'

/** Takes a list as text or from a file, says what it would do and which rows it cannot read, and lists the rest. */
export function ImportDialog({
  commands,
  onClose,
}: {
  commands: HolidayCommands
  onClose: () => void
}) {
  const { t } = useTranslation('holidays')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const shown = useDeferredValue(text)
  const { data: preview } = useRouteQuery(
    'holidays.preview',
    { text: shown },
    { enabled: shown.trim() !== '', keepPrevious: true },
  )
  const current = shown.trim() === '' ? undefined : preview
  const news = current?.days.filter(({ change }) => change !== 'same').length ?? 0
  return (
    <FormDialog
      title={t('import.title')}
      lead={t('import.lead')}
      action={t('import.save', { count: news })}
      busy={busy}
      width={560}
      onClose={onClose}
      onSubmit={async () => {
        if (news === 0 || shown !== text) return
        setBusy(true)
        const isDone = await commands.importList(text)
        setBusy(false)
        if (isDone) onClose()
      }}
    >
      <Input.TextArea
        value={text}
        rows={6}
        aria-label={t('import.text')}
        placeholder={t('import.example')}
        className={styles.text ?? ''}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button onClick={() => file.current?.click()}>{t('import.file')}</Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,.tsv"
          hidden
          aria-label={t('import.file')}
          onChange={async (event) => {
            const [chosen] = event.target.files ?? []
            event.target.value = ''
            if (!chosen) return
            const content = await readListFile(chosen)
            setTooLarge(content === null)
            if (content !== null) setText(content)
          }}
        />
      </div>
      {tooLarge && <Note tone="error">{t('import.tooLarge')}</Note>}
      {current && <ImportPreview {...current} />}
    </FormDialog>
  )
}
