import { Button, Segmented } from 'antd'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { instantOf, mondayOf, addDays, weekdayOf } from '@shared/core/days/day-arithmetic'
import { scopeOf } from '@shared/core/permissions'
import { calendarKinds } from '@shared/features/calendar/calendar.schema'
import { IconButton } from '@renderer/components/icon-button'
import { PageHeader } from '@renderer/components/page-header'
import { useFormat } from '@renderer/lib/format'
import { useRights } from '@renderer/lib/use-rights'
import styles from './calendar-bar.module.css'
import { changeCalendar, useCalendarStore } from './calendar-store'
import { type CalendarView, calendarViews, turned } from './range.rules'

/** What the calendar shows: which days, whose things, which kinds. */
export function CalendarBar({ chosen, remark }: { chosen: string; remark: string | null }) {
  const { t } = useTranslation('calendar')
  const { view, mine, kinds } = useCalendarStore()
  const { role } = useRights()
  const title = useTitle(view, chosen)
  const seesAll =
    role !== null && [scopeOf(role, 'tasks.read'), scopeOf(role, 'follow-ups.read')].includes('all')
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            <IconButton
              icon={ChevronLeft}
              label={t(`before.${view}`)}
              keys="pageup"
              onClick={() => changeCalendar({ date: turned(view, chosen, -1) })}
            />
            <Button onClick={() => changeCalendar({ date: null })}>{t('today')}</Button>
            <IconButton
              icon={ChevronRight}
              label={t(`after.${view}`)}
              keys="pagedown"
              onClick={() => changeCalendar({ date: turned(view, chosen, 1) })}
            />
            <Segmented<CalendarView>
              aria-label={t('view.label')}
              value={view}
              options={calendarViews.map((value) => ({ value, label: t(`view.${value}`) }))}
              onChange={(next) => changeCalendar({ view: next })}
            />
          </>
        }
      />
      <div
        className={styles.filters}
        role="group"
        aria-label={t('filters')}
        data-region
        tabIndex={-1}
      >
        {seesAll && (
          <Segmented
            size="small"
            aria-label={t('whose.label')}
            value={mine ? 'mine' : 'all'}
            options={['mine', 'all'].map((value) => ({ value, label: t(`whose.${value}`) }))}
            onChange={(next) => changeCalendar({ mine: next === 'mine' })}
          />
        )}
        {calendarKinds.map((kind) => {
          const isOn = kinds.includes(kind)
          const others = kinds.filter((one) => one !== kind)
          return (
            <Button
              key={kind}
              size="small"
              className={isOn ? styles.on : styles.off}
              aria-pressed={isOn}
              onClick={() => changeCalendar({ kinds: isOn ? others : [...others, kind] })}
            >
              {t(`kind.${kind}`)}
            </Button>
          )
        })}
        {remark !== null && <span className={styles.remark}>{remark}</span>}
      </div>
    </>
  )
}

function useTitle(view: CalendarView, chosen: string): string {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  if (view === 'month') return format.month(instantOf(chosen, 720))
  if (view === 'day')
    return t('dated', {
      ...{ date: format.isoDate(chosen), weekday: t(`weekday.${weekdayOf(chosen)}`) },
    })
  const monday = mondayOf(chosen)
  return `${format.isoDate(monday)} – ${format.isoDate(addDays(monday, 6))}`
}
