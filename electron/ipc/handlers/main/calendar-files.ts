import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RouteNameAt } from '@shared/contract'
import { systemClock } from '@shared/core/clock'
import { toIsoDate } from '@shared/core/dates'
import { AppError } from '@shared/core/errors'
import type { JobReport } from '@shared/features/jobs/jobs.contract'
import { type CalendarPlan, mostPreviewed } from '@shared/features/tasks/calendar-file.schema'
import { calendarEnd, calendarHead } from '@shared/features/tasks/calendar-writer.rules'
import { dialog } from 'electron'
import { createCalendarDesk } from '../../../services/calendar-desk'
import { startJobProcess } from '../../../services/job-runner'
import { writeWholeFile } from '../../../services/whole-file'
import type { MainContext, MainHandlers } from '../../main-context'

const desk = createCalendarDesk()
const filters = [{ name: 'iCalendar', extensions: ['ics', 'ical'] }]
const fileWords = { 'zh-CN': '日程', en: 'calendar' } as const
const stepWords = { 'zh-CN': '跟进', en: 'Follow up' } as const
const slice = 500

export const calendarFilesHandlers: MainHandlers<RouteNameAt<'main'> & `tasks.${string}`> = {
  async 'tasks.exportCalendar'(context, { jobId, whose, language }) {
    const { window, jobs, vault } = context
    const picked = await dialog.showSaveDialog(window(), {
      defaultPath: `${vault.header().bookName} ${fileWords[language]} ${toIsoDate(systemClock())}.ics`,
      filters,
    })
    if (picked.canceled || !picked.filePath) return null
    const path = picked.filePath
    const entries = await jobs.run(jobId, 'export', (signal, report) =>
      writeWholeFile({
        path,
        write: (file) =>
          writeEntries(context, file, { whose, step: stepWords[language], signal, report }),
        beforeNaming: (count) => vault.record('tasks.exportCalendar', `lines:${count}`),
      }),
    )
    return { entries }
  },
  async 'tasks.readCalendar'({ window, jobs, data }, { jobId }) {
    const picked = await dialog.showOpenDialog(window(), { properties: ['openFile'], filters })
    const path = picked.canceled ? undefined : picked.filePaths[0]
    if (path === undefined) return null
    const job = startJobProcess()
    try {
      const read = await jobs.run(jobId, 'import-read', (signal, onProgress) =>
        job.call('calendar.parse', { path }, { signal, onProgress }),
      )
      const held = desk.hold(jobs, { ...read, fileName: basename(path) })
      const outcome = await data.call('calendar.compare', { entries: held.entries })
      return toPlan(held, outcome)
    } finally {
      job.end()
    }
  },
  async 'tasks.importCalendar'({ data }, { importId, withPast }) {
    const { entries } = desk.get(importId)
    const outcome = await data.call('calendar.write', { entries, withPast })
    desk.drop(importId)
    return outcome
  },
  'tasks.dropCalendar'(_context, { importId }) {
    desk.drop(importId)
    return {}
  },
}

type Exporting = {
  whose: 'mine' | 'all'
  step: string
  signal: AbortSignal
  report: (report: JobReport) => void
}

async function writeEntries(
  { data }: MainContext,
  file: FileHandle,
  { whose, step, signal, report }: Exporting,
): Promise<number> {
  const { tasks, steps } = await data.call('calendar.begin', { whose })
  const total = tasks.length + steps.length
  await file.writeFile(calendarHead)
  let written = 0
  for (let from = 0; from < Math.max(tasks.length, steps.length); from += slice) {
    if (signal.aborted) throw new AppError('core.cancelled')
    const part = (ids: number[]) => ids.slice(from, from + slice)
    const { text, entries } = await data.call('calendar.read', {
      ...{ tasks: part(tasks), steps: part(steps), step },
    })
    await file.writeFile(text)
    written += entries
    report({ phase: 'writing', done: written, total, unit: 'rows' })
  }
  await file.writeFile(calendarEnd)
  return written
}

function toPlan(
  { importId, fileName, entries, problems }: ReturnType<typeof desk.hold>,
  outcome: CalendarPlan['outcome'],
): CalendarPlan {
  return {
    ...{ importId, fileName, outcome },
    entries: entries
      .slice(0, mostPreviewed)
      .map(({ title, dueAt, allDay, recurrence, isPast }) => ({
        ...{ title, dueAt, allDay, isPast },
        repeats: recurrence !== null,
      })),
    problems: problems.slice(0, mostPreviewed),
    problemCount: problems.length,
  }
}
