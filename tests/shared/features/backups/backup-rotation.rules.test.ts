import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type KeptBackup,
  planRotation,
  rotationLimits,
} from '@shared/features/backups/backup-rotation.rules'

const day = 86_400_000
const now = new Date(2026, 10, 22, 18, 30).getTime()

function full(uid: string, daysAgo: number, over: Partial<KeptBackup> = {}): KeptBackup {
  const createdAt = now - daysAgo * day
  return { uid, kind: 'full', ancestors: [], createdAt, proven: true, ...over }
}

/** Backups in the order they were made; each may stand on any chain made before it. */
const backups = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 1, max: 24 * 40 }),
      kind: fc.constantFrom('full', 'differential', 'incremental'),
      base: fc.nat(),
      isProven: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 120 },
  )
  .map((steps) => {
    const made: KeptBackup[] = []
    let createdAt = now - 5 * 365 * day
    for (const [index, { hours, kind, base, isProven }] of steps.entries()) {
      createdAt += hours * 3_600_000
      const parent = kind === 'full' ? undefined : made[base % Math.max(1, made.length)]
      made.push({
        uid: `b${index}`,
        kind: parent ? kind : 'full',
        ancestors: parent ? [...parent.ancestors, parent.uid] : [],
        createdAt,
        proven: isProven > 0,
      })
    }
    return made
  })

const remaining = (made: KeptBackup[]) => {
  const gone = new Set(planRotation(made, now).remove)
  return made.filter(({ uid }) => !gone.has(uid))
}
const isOlder = (a: KeptBackup, b: KeptBackup) => a.createdAt - b.createdAt

describe('rotation of backups (R094)', () => {
  it('keeps one for each of the last days, weeks, months and years, whatever the day’s count', () => {
    const twiceADay = Array.from({ length: 4 * 365 * 2 }, (_, index) =>
      full(`b${index}`, index / 2),
    )
    const { keep, remove } = planRotation(twiceADay, now)
    const count = (reason: string) =>
      [...keep.values()].filter((reasons) => (reasons as Set<string>).has(reason)).length
    expect([count('day'), count('week'), count('month'), count('year')]).toEqual([7, 5, 12, 3])
    expect(keep.size + remove.length).toBe(twiceADay.length)
    expect(keep.get('b0')).toContain('newest')
  })

  it('keeps the last full one however many links came after it', () => {
    const links = Array.from({ length: 20 }, (_, index) =>
      full(`i${index}`, 20 - index, { kind: 'incremental', ancestors: ['base'] }),
    )
    const { keep } = planRotation([full('base', 400), ...links], now)
    expect([...(keep.get('base') ?? [])]).toEqual(expect.arrayContaining(['newest-full', 'needed']))
  })

  it('counts neither unproven ones, nor ones dated after now, nor broken chains, and lets none go', () => {
    const made = [
      full('tomorrow', -1),
      full('unproven', 0.5, { proven: false }),
      full('alone', 0.2, { kind: 'incremental', ancestors: ['missing'] }),
      full('good', 300),
    ]
    const { keep, remove } = planRotation(made, now)
    expect(remove).toEqual([])
    expect(keep.get('good')).toContain('newest-full')
    expect([keep.get('tomorrow'), keep.get('unproven'), keep.get('alone')]).toEqual([
      new Set(['future']),
      new Set(['unproven']),
      new Set(['incomplete']),
    ])
  })

  test('every one that stays keeps all it stands on', () => {
    fc.assert(
      fc.property(backups, (made) => {
        const left = new Set(remaining(made).map(({ uid }) => uid))
        for (const { uid, ancestors } of made)
          if (left.has(uid)) expect(ancestors.filter((one) => !left.has(one))).toEqual([])
      }),
    )
  })

  test('the newest proven full one and every unproven one stay', () => {
    fc.assert(
      fc.property(backups, (made) => {
        const left = remaining(made)
        const newest = made.filter(({ kind, proven }) => kind === 'full' && proven).sort(isOlder)
        const last = newest.at(-1)
        if (last) expect(left).toContain(last)
        expect(left).toEqual(expect.arrayContaining(made.filter(({ proven }) => !proven)))
      }),
    )
  })

  test('a second time removes nothing more', () => {
    fc.assert(
      fc.property(backups, (made) => {
        expect(planRotation(remaining(made), now).remove).toEqual([])
      }),
    )
  })

  test('children go before what they stand on, so that a stop in between leaves none alone', () => {
    fc.assert(
      fc.property(backups, (made) => {
        const { remove } = planRotation(made, now)
        for (const { uid, ancestors } of made)
          for (const ancestor of ancestors)
            if (remove.includes(ancestor))
              expect(remove.indexOf(uid)).toBeLessThan(remove.indexOf(ancestor))
      }),
    )
  })

  test('no more stay for their span than the limits say', () => {
    fc.assert(
      fc.property(backups, (made) => {
        const spans = Object.entries(rotationLimits)
        const { keep } = planRotation(made, now)
        for (const [span, limit] of spans) {
          const reasons = [...keep.values()].filter((set) => (set as Set<string>).has(span))
          expect(reasons.length).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })
})
