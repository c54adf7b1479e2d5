import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DateReader, momentOf } from '@shared/features/follow-ups/next-step.rules'
import { parseDateWords } from '@shared/features/date-words/read-date-words.rules'
import { useFormat } from '@renderer/lib/format'
import { isComposing } from '@renderer/lib/ime'
import styles from './next-date-field.module.css'

/** A date by words (明天下午3点, in 2 weeks), shown as it is read before Enter takes it, and a calendar beside it. Esc leaves it. */
export function WordsField({
  value,
  reader,
  onChoose,
  onClose,
}: {
  value: number | null
  reader: DateReader
  onChoose: (at: number, allDay: boolean) => void
  onClose: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [picking, setPicking] = useState(false)
  const found = parseDateWords(typed, reader.now, reader)
  const read = found && momentOf(found)
  const unread = typed.trim() !== '' && read === null
  return (
    <span className={styles.words}>
      <Input
        size="small"
        autoFocus
        className={styles.typed ?? ''}
        value={typed}
        placeholder={t('composer.wordsExample')}
        aria-label={t('composer.words')}
        aria-invalid={unread}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            onClose()
          }
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault()
            if (read) onChoose(read.at, read.allDay)
          }
        }}
      />
      <span className={styles.readAs} role="status">
        {read && t('composer.readAs', { when: format.planned(read.at) })}
        {unread && t('composer.unread', { words: typed.trim() })}
      </span>
      <DatePicker
        size="small"
        aria-label={t('composer.pick')}
        placeholder={t('composer.pick')}
        showTime={{ format: 'HH:mm', minuteStep: 5 }}
        format="YYYY-MM-DD HH:mm"
        value={value === null ? null : dayjs(value)}
        open={picking}
        onOpenChange={setPicking}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          if (!picking) onClose()
        }}
        onChange={(next) => {
          if (next) onChoose(next.valueOf(), next.hour() === 0 && next.minute() === 0)
        }}
      />
    </span>
  )
}
