/** A day of the holiday list: `off` is free, `work` is a Saturday or Sunday that is worked (调休). */
export type Holiday = {
  /** YYYY-MM-DD */
  date: string
  name: string
  kind: 'off' | 'work'
}

/** A holiday as the calendar tells it; `estimated` when no notice of its year is known and it was computed. */
export type KnownHoliday = Holiday & { estimated: boolean }

/** The public holidays by which lists name their days. */
export const festivals = [
  'new-year',
  'spring-festival',
  'qingming',
  'labour-day',
  'dragon-boat',
  'mid-autumn',
  'national-day',
] as const
export type Festival = (typeof festivals)[number]

export const festivalNames: Readonly<Record<Festival, string>> = {
  'new-year': '元旦',
  'spring-festival': '春节',
  qingming: '清明节',
  'labour-day': '劳动节',
  'dragon-boat': '端午节',
  'mid-autumn': '中秋节',
  'national-day': '国庆节',
}

/** Which public holiday a day of a list belongs to, so that English can name it too; null for days that a business added itself. */
export function festivalOf(name: string): Festival | null {
  return festivals.find((festival) => name.startsWith(festivalNames[festival].slice(0, 2))) ?? null
}
