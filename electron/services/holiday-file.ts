import { contract, type RouteOutput } from '@shared/contract'
import { toCsvLine } from '@shared/core/csv'
import { fromErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'
import type { ListedHoliday } from '@shared/features/holidays/holidays.schema'
import type { DataLink } from './data-link'

const words = {
  'zh-CN': { heading: ['日期', '名称', '休或班'], off: '休', work: '班' },
  en: { heading: ['date', 'name', 'kind'], off: 'off', work: 'work' },
} as const

/** What lists tell of a year, estimates left out: written to a file they would pass for a notice. @throws AppError as the route */
export async function listAnnounced(
  data: Pick<DataLink, 'call'>,
  year: number,
): Promise<ListedHoliday[]> {
  const text = await data.call('request', { route: 'holidays.list', input: { year } })
  const answer = JSON.parse(text) as Result<RouteOutput<'holidays.list'>>
  if (!answer.ok) throw fromErrorShape(answer.error)
  const { days } = contract['holidays.list'].output.parse(answer.data)
  return days.filter(({ origin }) => origin !== 'estimated')
}

/** The days as CSV that the import of holidays reads again. */
export function toHolidayCsv(days: readonly ListedHoliday[], language: keyof typeof words): string {
  const { heading, ...kinds } = words[language]
  const lines = [heading, ...days.map(({ date, name, kind }) => [date, name, kinds[kind]])]
  return `\uFEFF${lines.map((cells) => toCsvLine(cells)).join('')}`
}
