import { useTranslation } from 'react-i18next'
import type { HolidayInput } from '@shared/features/holidays/holidays.schema'
import { useAttempt, useToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'

/** What can be done to the holiday list; each says what it did and offers 撤销. True when it went well. */
export function useHolidayCommands() {
  const { t, i18n } = useTranslation('holidays')
  const format = useFormat()
  const toast = useToast()
  const attempt = useAttempt()
  return {
    set: (day: HolidayInput) =>
      attempt(async () => {
        await request('holidays.set', day)
        return t(`done.${day.kind}`, { day: format.isoDate(day.date) })
      }),
    remove: (date: string) =>
      attempt(async () => {
        await request('holidays.remove', { date })
        return t('done.removed', { day: format.isoDate(date) })
      }),
    reset: (year: number) =>
      attempt(async () => {
        const { removed } = await request('holidays.reset', { year })
        return t('done.reset', { year, count: removed })
      }),
    importList: (text: string) =>
      attempt(async () => {
        const { saved } = await request('holidays.import', { text })
        return t('done.imported', { count: saved })
      }),
    exportYear: (year: number) =>
      attempt(async () => {
        const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
        const saved = await request('holidays.export', { year, language })
        if (saved) toast(t('done.exported', { count: saved.days }))
        return null
      }),
  }
}
export type HolidayCommands = ReturnType<typeof useHolidayCommands>
