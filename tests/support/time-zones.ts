import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Zones with and without summer time, east and west of Greenwich. */
export const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin'] as const

/** Runs the same tests where the computer stands in each of the zones. */
export function describeInZones(title: string, body: (zone: string) => void): void {
  describe.each(zones)(`${title} (%s)`, (zone) => {
    const before = process.env.TZ
    beforeAll(() => {
      process.env.TZ = zone
    })
    afterAll(() => {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    })

    test('the clock is that of the zone', () => {
      expect(new Intl.DateTimeFormat('en').resolvedOptions().timeZone).toBe(zone)
      const noon = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hour12: false })
      expect(noon.format(new Date(2026, 6, 1, 12))).toBe('12')
    })
    body(zone)
  })
}
