import ICAL from 'ical.js'

type Wall = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

/** The time zones of a file: by their usual name where this machine knows it, else by what the file says of them. */
export function createZones() {
  const own = new Map<string, ICAL.Timezone>()
  const formats = new Map<string, Intl.DateTimeFormat | null>()

  function formatOf(name: string): Intl.DateTimeFormat | null {
    const known = formats.get(name)
    if (known !== undefined) return known
    const made = tryFormat(name)
    formats.set(name, made)
    return made
  }

  return {
    /** Remembers a VTIMEZONE; one that cannot be read is as if it were not there. */
    add(text: string): void {
      try {
        const component = new ICAL.Component(ICAL.parse(text) as unknown[])
        const zone = new ICAL.Timezone(component)
        own.set(zone.tzid, zone)
      } catch {
        // Its entries are then read as local times, and that is named.
      }
    },
    /** The instant of a time on the wall of a zone; null where nobody knows the zone. */
    instantOf(wall: Wall, name: string): number | null {
      const format = formatOf(name)
      if (format) return inZone(wall, format)
      const zone = own.get(name)
      if (!zone) return null
      return new ICAL.Time({ ...wall, isDate: false }, zone).toUnixTime() * 1000
    },
  }
}

export type Zones = ReturnType<typeof createZones>

function tryFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...({ timeZone, hourCycle: 'h23' } as const),
      ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
      ...({ hour: 'numeric', minute: 'numeric', second: 'numeric' } as const),
    })
  } catch {
    return null
  }
}

function inZone(wall: Wall, format: Intl.DateTimeFormat): number {
  const { year, month, day, hour, minute, second } = wall
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second)
  const guess = asUtc - offsetAt(asUtc, format)
  return asUtc - offsetAt(guess, format)
}

/** How far the wall is ahead of UTC, in ms. */
function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const read = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name))
  const [year, month, day] = [read('year'), read('month') - 1, read('day')]
  const wall = Date.UTC(year, month, day, read('hour'), read('minute'), read('second'))
  return wall - Math.floor(instant / 1000) * 1000
}
