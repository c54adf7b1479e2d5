import { Button, Input, type InputRef } from 'antd'
import { X } from 'lucide-react'
import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { instantOf } from '@shared/core/days/day-arithmetic'
import { readDateWords } from '@shared/features/date-words/read-date-words.rules'
import { longestTitle } from '@shared/features/tasks/tasks.schema'
import { useFormat } from '@renderer/lib/format'
import { onEnter } from '@renderer/lib/ime'
import styles from './quick-entry.module.css'
import { titleWithout } from './quick-title.rules'
import type { TaskCommands } from './use-task-commands'

/**
 * One line for a new task: its date is read from the words (明天下午3点寄样品) and shown before anything is saved; the cross on it keeps
 * the words as they are. Enter saves, and the line is ready for the next.
 */
export function QuickEntry({
  ref,
  customerId = null,
  commands,
}: {
  ref?: Ref<InputRef>
  customerId?: number | null
  commands: TaskCommands
}) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const [text, setText] = useState('')
  const [dropped, setDropped] = useState('')
  const [busy, setBusy] = useState(false)
  const found = readDateWords(text, systemClock()).find(({ source }) => source !== dropped) ?? null
  const dueAt = found && instantOf(found.date, found.time ?? 0)
  const title = titleWithout(text, found)

  async function save() {
    if (busy || title === '') return
    setBusy(true)
    const allDay = found !== null && found.time === null
    if (await commands.add({ title, dueAt, allDay, customerId })) {
      setText('')
      setDropped('')
    }
    setBusy(false)
  }

  return (
    <div className={styles.entry}>
      <Input
        ref={ref ?? null}
        value={text}
        maxLength={longestTitle}
        aria-label={t('quick.label')}
        placeholder={t('quick.placeholder')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onEnter(() => void save())}
      />
      {found && dueAt !== null && (
        <span className={styles.read} role="status">
          <span className={styles.source}>{t('quick.read', { source: found.source })}</span>
          <span title={format.full(dueAt)}>{format.day(dueAt)}</span>
          {found.past && <span className={styles.warn}>{t('quick.past')}</span>}
          {found.dayOff && (
            <span className={styles.warn}>{found.dayOff.name ?? t('quick.weekend')}</span>
          )}
          <button
            type="button"
            className={styles.drop}
            aria-label={t('quick.drop')}
            onClick={() => setDropped(found.source)}
          >
            <X size={13} strokeWidth={1.6} aria-hidden />
          </button>
        </span>
      )}
      <Button disabled={busy || title === ''} onClick={() => void save()}>
        {t('quick.add')}
      </Button>
    </div>
  )
}
