import { addDays } from './day-arithmetic'
import { festivalNames, type Festival, type Holiday } from './holiday'

/**
 * Public holidays and worked weekends of China as announced, first and last day of each holiday and the days worked for it:
 * 2024: 国务院办公厅关于2024年部分节假日安排的通知, 国办发明电〔2023〕7号;
 * 2025: 国务院办公厅关于2025年部分节假日安排的通知, 国办发明电〔2024〕12号;
 * 2026: 国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号.
 */
const announced: readonly (readonly [Festival, string, string, ...string[]])[] = [
  ['new-year', '2024-01-01', '2024-01-01'],
  ['spring-festival', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'],
  ['qingming', '2024-04-04', '2024-04-06', '2024-04-07'],
  ['labour-day', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'],
  ['dragon-boat', '2024-06-10', '2024-06-10'],
  ['mid-autumn', '2024-09-15', '2024-09-17', '2024-09-14'],
  ['national-day', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'],

  ['new-year', '2025-01-01', '2025-01-01'],
  ['spring-festival', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'],
  ['qingming', '2025-04-04', '2025-04-06'],
  ['labour-day', '2025-05-01', '2025-05-05', '2025-04-27'],
  ['dragon-boat', '2025-05-31', '2025-06-02'],
  ['national-day', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'],

  ['new-year', '2026-01-01', '2026-01-03', '2026-01-04'],
  ['spring-festival', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'],
  ['qingming', '2026-04-04', '2026-04-06'],
  ['labour-day', '2026-05-01', '2026-05-05', '2026-05-09'],
  ['dragon-boat', '2026-06-19', '2026-06-21'],
  ['mid-autumn', '2026-09-25', '2026-09-27'],
  ['national-day', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'],
]

/** The announced days one by one. */
export const bundledHolidays: readonly Holiday[] = announced.flatMap(
  ([festival, first, last, ...worked]) => {
    const name = festivalNames[festival]
    const days: Holiday[] = worked.map((date) => ({ date, name, kind: 'work' }))
    for (let date = first; date <= last; date = addDays(date, 1)) {
      days.push({ date, name, kind: 'off' })
    }
    return days
  },
)
