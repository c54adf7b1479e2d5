import { describe, expect, it } from 'vitest'
import { AppError } from '@shared/core/errors'
import { drillIdleMs } from '@shared/features/backups/backup-drill.rules'
import { retryMs } from '@shared/features/backups/backup-schedule.rules'
import { createDrillRunner } from '../../../../electron/services/backup/drill-runner'

function start(rehearse: () => Promise<unknown> = () => Promise.resolve()) {
  const world = {
    ...{ free: true, idle: drillIdleMs, dueAt: 500 as number | null, now: 1000 },
    ...{ runs: 0, seen: [] as (string | null)[] },
  }
  const runner = createDrillRunner({
    isFree: () => world.free,
    idleMs: () => world.idle,
    findDue: () => Promise.resolve(world.dueAt),
    rehearse: () => {
      world.runs++
      return rehearse()
    },
    newJobId: () => 'job',
    clock: () => world.now,
    onChange: () => world.seen.push(runner.jobId()),
  })
  return { world, runner }
}

describe('rehearsals by themselves', () => {
  it('run when one is due and nobody is at the window, with the job to be seen', async () => {
    const { world, runner } = start()
    await runner.tick()
    expect(world.runs).toBe(1)
    expect(world.seen).toEqual(['job', null])
  })

  it('wait for the day, for an idle window, and for other jobs', async () => {
    for (const change of [{ dueAt: 2000 }, { dueAt: null }, { idle: 1000 }, { free: false }]) {
      const { world, runner } = start()
      Object.assign(world, change)
      await runner.tick()
      expect(world.runs).toBe(0)
    }
  })

  it('try again an hour after one that could not begin', async () => {
    const { world, runner } = start(() => Promise.reject(new AppError('backups.target-gone')))
    await runner.tick()
    await runner.tick()
    expect(world.runs).toBe(1)
    world.now += retryMs
    await runner.tick()
    expect(world.runs).toBe(2)
  })
})
