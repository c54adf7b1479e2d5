import { describeInZones } from '../../../support/time-zones'
import { friday, testPhrases } from './phrase-table'

describeInZones('days and times in English', () => {
  testPhrases(
    friday,
    `
  today = 2026-11-27 · tomorrow = 2026-11-28 · day after tomorrow = 2026-11-29
  next Wednesday = 2026-12-02 · this Friday = 2026-11-27 · on Friday = 2026-11-27
  in 2 weeks = 2026-12-11 · in three days = 2026-11-30 · end of month = 2026-11-30
  end of next month = 2026-12-31 · next month = 2026-12-01 · 3 Dec = 2026-12-03 · Dec 3 = 2026-12-03
  Dec 3rd = 2026-12-03 · December 3 2026 = 2026-12-03 · December 3, 2026 = 2026-12-03
  in 2 business days = 2026-12-01 · in a fortnight = 2026-12-11 · next week = 2026-11-30
  end of year = 2026-12-31 · Sat = 2026-11-28 · the 5th = 2026-12-05 · Thursday, 3 Dec = 2026-12-03
  2 days ago = 2026-11-25 · Christmas = 2026-12-25 · after Chinese New Year = 2027-02-09
  before National Day = 2027-09-30 · the day after tomorrow = 2026-11-29
  day before yesterday = 2026-11-25 · yesterday = 2026-11-26 · this morning = 2026-11-27
  Monday = 2026-11-30 · next Monday = 2026-11-30 · next Fri = 2026-12-04
  this coming Tuesday = 2026-12-01 · last Friday = 2026-11-20 · Wed = 2026-12-02
  this weekend = 2026-11-28 · next weekend = 2026-12-05 · the weekend = 2026-11-28
  Tuesday next week = 2026-12-01 · next week Thursday = 2026-12-03 · in 3 days = 2026-11-30
  in a day = 2026-11-28 · in one week = 2026-12-04 · in six months = 2027-05-27
  in a year = 2027-11-27 · 2 weeks from now = 2026-12-11 · three months from today = 2027-02-27
  a week ago = 2026-11-20 · in 5 working days = 2026-12-04 · in 10 workdays = 2026-12-11
  end of the month = 2026-11-30 · end of this month = 2026-11-30 · end of next year = 2027-12-31
  end of quarter = 2026-12-31 · end of this week = 2026-11-27 · end of next week = 2026-12-04
  EOM = 2026-11-30 · eoy = 2026-12-31 · start of next month = 2026-12-01
  beginning of next year = 2027-01-01 · next quarter = 2027-01-01 · Jan 5 = 2027-01-05
  January 5th, 2027 = 2027-01-05 · 5 January 2027 = 2027-01-05 · 5th of January = 2027-01-05
  the 5th of May = 2027-05-05 · New Year's Day = 2027-01-01 · New Year's Eve = 2026-12-31
  Christmas Eve = 2026-12-24 · Chinese New Year 2028 = 2028-01-26 · Spring Festival = 2027-02-06
  National Day = 2027-10-01 · Labour Day = 2027-05-01 · Mid-Autumn Festival = 2027-09-15
  Dragon Boat Festival = 2027-06-09 · Valentine's Day = 2027-02-14 · after National Day = 2027-10-04
  the 31st = 2026-12-31
  tonight = 2026-11-27 19:00 · Fri 3pm = 2026-11-27 15:00 · in an hour = 2026-11-27 11:00
  in half an hour = 2026-11-27 10:30 · Monday 9:30 = 2026-11-30 09:30 · noon = 2026-11-27 12:00
  midnight = 2026-11-28 00:00 · tomorrow morning = 2026-11-28 09:00 · EOD = 2026-11-27 18:00
  by Friday at 3 = 2026-11-27 15:00 · 3pm tomorrow = 2026-11-28 15:00
  tomorrow at 9 = 2026-11-28 09:00 · tomorrow at noon = 2026-11-28 12:00
  Friday night = 2026-11-27 19:00 · Fri Dec 4 at 10:15am = 2026-12-04 10:15
  in 90 minutes = 2026-11-27 11:30 · Tomorrow at 3:15pm = 2026-11-28 15:15
  tomorrow afternoon = 2026-11-28 15:00 · tomorrow evening at 8 = 2026-11-28 20:00
  this afternoon = 2026-11-27 15:00 · this evening = 2026-11-27 19:00
  last night = 2026-11-26 19:00 · tonight at 9 = 2026-11-27 21:00 · Thurs 10am = 2026-12-03 10:00
  Sunday evening = 2026-11-29 19:00 · in 2 hours = 2026-11-27 12:00
  in 1.5 hours = 2026-11-27 11:30 · in an hour and a half = 2026-11-27 11:30
  in two and a half hours = 2026-11-27 12:30 · 10 minutes ago = 2026-11-27 09:50
  COB Friday = 2026-11-27 18:00 · EOD tomorrow = 2026-11-28 18:00 · by end of day = 2026-11-27 18:00
  Dec 3 at 9:30 = 2026-12-03 09:30 · 3 Dec 10am = 2026-12-03 10:00 · 9am = 2026-11-28 09:00
  9 am = 2026-11-28 09:00 · 12am = 2026-11-28 00:00 · 12pm = 2026-11-27 12:00
  12:30 pm = 2026-11-27 12:30 · 3.30pm = 2026-11-27 15:30 · 13pm = 2026-11-27 13:00
  half past nine = 2026-11-28 09:30 · quarter past three = 2026-11-27 15:15
  3 o'clock = 2026-11-27 15:00 · nine o'clock = 2026-11-28 09:00 · at 9 = 2026-11-28 09:00
  noon tomorrow = 2026-11-28 12:00 · 9:30 on Monday = 2026-11-30 09:30
  3pm on 3 Dec = 2026-12-03 15:00 · Friday noon = 2026-11-27 12:00
  tomorrow midnight = 2026-11-29 00:00
  9:30 in the morning = 2026-11-28 09:30 · 3 o'clock in the afternoon = 2026-11-27 15:00
  tomorrow at 9 at night = 2026-11-28 21:00 · Monday at 8 in the evening = 2026-11-30 20:00
`,
  )
})
