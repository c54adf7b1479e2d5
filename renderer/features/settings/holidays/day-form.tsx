import { Button, DatePicker, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HolidayKind, holidayKinds } from '@shared/features/holidays/holidays.enums'
import { type HolidayInput, holidayInput } from '@shared/features/holidays/holidays.schema'
import { blockComposingEnter } from '@renderer/lib/ime'
import styles from './holidays.module.css'

/** Lists a day of one's own. */
export function DayForm({
  year,
  onSave,
}: {
  year: number
  onSave: (day: HolidayInput) => Promise<boolean>
}) {
  const { t } = useTranslation('holidays')
  const [date, setDate] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<HolidayKind>('off')
  const day = holidayInput.safeParse({ date, name, kind })
  return (
    <form
      className={styles.form}
      aria-label={t('add.title')}
      onKeyDown={blockComposingEnter}
      onSubmit={async (event) => {
        event.preventDefault()
        if (day.success && (await onSave(day.data))) {
          setDate(null)
          setName('')
        }
      }}
    >
      <DatePicker
        value={date === null ? null : dayjs(date)}
        defaultPickerValue={dayjs(`${year}-01-01`)}
        placeholder={t('add.date')}
        aria-label={t('add.date')}
        onChange={(next) => setDate(next ? next.format('YYYY-MM-DD') : null)}
      />
      <Input
        className={styles.nameInput ?? ''}
        value={name}
        placeholder={t('add.name')}
        aria-label={t('add.name')}
        autoComplete="off"
        maxLength={40}
        onChange={(event) => setName(event.target.value)}
      />
      <Segmented<HolidayKind>
        aria-label={t('add.kind')}
        value={kind}
        options={holidayKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={setKind}
      />
      <Button htmlType="submit" disabled={!day.success}>
        {t('add.save')}
      </Button>
    </form>
  )
}
