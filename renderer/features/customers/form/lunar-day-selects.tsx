import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LunarDay } from '@shared/core/lunar/lunar-key'
import { lunarDayName, lunarName } from '@shared/core/lunar/lunar-names'

const months = [false, true].flatMap((isLeap) =>
  Array.from({ length: 12 }, (_, index) => ({ month: index + 1, isLeap })),
)
const days = Array.from({ length: 30 }, (_, index) => index + 1)
const none = { month: null, day: null }
const idOf = ({ month, isLeap }: Omit<LunarDay, 'day'>) => `${isLeap ? 'L' : ''}${month}`

/** Month and day of the lunar calendar; both together make a value. */
export function LunarDaySelects({
  value,
  status,
  onChange,
}: {
  value: LunarDay | null
  status: 'error' | undefined
  onChange: (day: LunarDay) => void
}) {
  const { t, i18n } = useTranslation('customers')
  const isChinese = i18n.resolvedLanguage !== 'en'
  // While only one of them is chosen there is no value yet.
  const [half, setHalf] = useState<{ month: string | null; day: number | null }>(none)
  const { month, day } = value ? { month: idOf(value), day: value.day } : half
  const state = status === undefined ? {} : { status }
  const change = (nextMonth: string | null, nextDay: number | null) => {
    setHalf({ month: nextMonth, day: nextDay })
    const found = months.find((one) => idOf(one) === nextMonth)
    if (found && nextDay !== null) onChange({ ...found, day: nextDay })
  }
  return (
    <>
      <Select<string>
        {...state}
        aria-label={t('form.lunar.month')}
        placeholder={t('form.lunar.month')}
        value={month}
        options={months.map((one) => ({
          value: idOf(one),
          label: isChinese
            ? lunarName({ ...one, day: 1 }).slice(0, -2)
            : t(one.isLeap ? 'form.lunar.leapMonthNumber' : 'form.lunar.monthNumber', {
                number: one.month,
              }),
        }))}
        onChange={(next) => change(next, day)}
      />
      <Select<number>
        {...state}
        aria-label={t('form.lunar.day')}
        placeholder={t('form.lunar.day')}
        value={day}
        options={days.map((one) => ({
          value: one,
          label: isChinese ? lunarDayName(one) : String(one),
        }))}
        onChange={(next) => change(month, next)}
      />
    </>
  )
}
