import { DatePicker, InputNumber, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FollowUpType, followUpTypes } from '@shared/features/follow-ups/follow-ups.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { FormField } from '@renderer/components/form-field'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './late.module.css'

const usual = 10

/** 安排回访: spreads visits over working days, so many a day; one undo takes all of them back. */
export function PlanDialog({
  ids,
  onClose,
  onDone,
}: {
  ids: number[]
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTranslation('cadence')
  const format = useFormat()
  const undoToast = useUndoToast()
  const [from, setFrom] = useState(() => dayjs().add(1, 'day').startOf('day'))
  const [perDay, setPerDay] = useState(usual)
  const [type, setType] = useState<FollowUpType>('phone')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  async function plan(): Promise<void> {
    setBusy(true)
    setProblem(null)
    try {
      const input = { ids, from: from.format('YYYY-MM-DD'), perDay, type }
      const { planned, lastDay } = await request('cadence.plan', input)
      undoToast(
        lastDay === null
          ? t('plan.nothing')
          : t('plan.done', { count: planned, date: format.isoDate(lastDay) }),
      )
      onDone()
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  return (
    <FormDialog
      title={t('plan.title', { count: ids.length })}
      lead={t('plan.lead')}
      action={t('plan.action')}
      busy={busy}
      error={problem}
      onSubmit={() => void plan()}
      onClose={onClose}
    >
      <Segmented<FollowUpType>
        block
        aria-label={t('plan.type')}
        value={type}
        onChange={setType}
        options={followUpTypes.map((value) => ({
          value,
          label: t(`common:followUpType.${value}`),
        }))}
      />
      <div className={styles.pair}>
        <FormField label={t('plan.from')}>
          {({ id }) => (
            <DatePicker
              id={id}
              allowClear={false}
              value={from}
              minDate={dayjs().add(1, 'day').startOf('day')}
              onChange={(next) => next && setFrom(next)}
            />
          )}
        </FormField>
        <FormField label={t('plan.perDay')} hint={t('plan.perDayHint')}>
          {({ id }) => (
            <InputNumber<number>
              id={id}
              min={1}
              max={500}
              precision={0}
              value={perDay}
              onChange={(next) => setPerDay(next ?? usual)}
            />
          )}
        </FormField>
      </div>
    </FormDialog>
  )
}
