const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const two = (value: number) => String(value).padStart(2, '0')

function partsOf(at: number) {
  const date = new Date(at)
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    weekday: date.getDay(),
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  }
}

/**
 * Date patterns of a language, from an instant in local time. Written by hand and not by Intl, because the data of Intl
 * differ between runtimes and would shift widths in lists.
 */
export function createDateFormat(language: 'zh-CN' | 'en') {
  return language === 'zh-CN' ? chinese : english
}

const chinese = {
  time: (at: number) => partsOf(at).time,
  dayAndWeekday: (at: number) => {
    const { month, day, weekday } = partsOf(at)
    return `${two(month)}-${two(day)} ${weekdays['zh-CN'][weekday]}`
  },
  dayAndYear: (at: number) => {
    const { year, month, day } = partsOf(at)
    return `${year}-${two(month)}-${two(day)}`
  },
  monthAndDay: (at: number) => `${two(partsOf(at).month)}-${two(partsOf(at).day)}`,
  proseDay: (at: number) => `${partsOf(at).month}月${partsOf(at).day}日`,
  proseDayAndYear: (at: number) => {
    const { year, month, day } = partsOf(at)
    return `${year}年${month}月${day}日`
  },
  proseDayAndWeekday: (at: number) =>
    `${chinese.proseDay(at)} ${weekdays['zh-CN'][partsOf(at).weekday]}`,
  full: (at: number) => {
    const { year, month, day, weekday, time } = partsOf(at)
    return `${year}年${month}月${day}日 ${weekdays['zh-CN'][weekday]} ${time}`
  },
  dayInMonth: (at: number) => `${partsOf(at).day}日`,
  month: (at: number) => `${partsOf(at).year}年${partsOf(at).month}月`,
  yearMonth: (at: number) => `${partsOf(at).year}-${two(partsOf(at).month)}`,
}

const english: typeof chinese = {
  time: (at) => partsOf(at).time,
  dayAndWeekday: (at) => {
    const { month, day, weekday } = partsOf(at)
    return `${weekdays.en[weekday]} ${day} ${months[month - 1]}`
  },
  dayAndYear: (at) => {
    const { year, month, day } = partsOf(at)
    return `${day} ${months[month - 1]} ${year}`
  },
  monthAndDay: (at) => english.proseDay(at),
  proseDay: (at) => `${partsOf(at).day} ${months[partsOf(at).month - 1]}`,
  proseDayAndYear: (at) => english.dayAndYear(at),
  proseDayAndWeekday: (at) => english.dayAndWeekday(at),
  full: (at) => {
    const { year, month, day, weekday, time } = partsOf(at)
    return `${weekdays.en[weekday]} ${day} ${months[month - 1]} ${year}, ${time}`
  },
  dayInMonth: (at) => `${partsOf(at).day} ${months[partsOf(at).month - 1]}`,
  month: (at) => `${longMonths[partsOf(at).month - 1]} ${partsOf(at).year}`,
  yearMonth: (at) => `${months[partsOf(at).month - 1]} ${partsOf(at).year}`,
}
