import { randomUUID } from 'node:crypto'
import { contract } from '@shared/contract'
import { systemClock } from '@shared/core/clock'
import { fromErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'
import { rehearse } from '../../../services/backup/drill'
import { createDrillRunner } from '../../../services/backup/drill-runner'
import type { MainContext, MainHandlers } from '../../main-context'
import { mayRun } from './backup-may-run'
import { listBackups } from './backup-places'
import { backupServicesOf } from './backup-services'
import { exclusive } from './make-backup'

type Runner = ReturnType<typeof createDrillRunner>
const runners = new WeakMap<MainContext, Runner>()

export const backupDrillHandlers: MainHandlers<'backups.drill'> = {
  'backups.drill': (context, { jobId }) =>
    drillsOf(context).run(jobId, () => run(context, jobId, false)),
}

/** The one that rehearses restores; the first call says how it knows that nobody is at the window. */
export function drillsOf(context: MainContext, idleMs: () => number = () => 0): Runner {
  const present = runners.get(context)
  if (present) return present
  const runner = createDrillRunner({
    isFree: () => mayRun(context),
    idleMs,
    findDue: () => findDue(context),
    rehearse: (jobId, automatic) => run(context, jobId, automatic),
    newJobId: () => randomUUID(),
    clock: systemClock,
    onChange: () => context.emit({ type: 'data.changed', topics: ['backups', 'audit'] }),
  })
  runners.set(context, runner)
  return runner
}

function run(context: MainContext, jobId: string, automatic: boolean) {
  return exclusive(async () => {
    const records = await listBackups(context)
    const services = { ...backupServicesOf(context), vault: context.vault }
    return rehearse(services, { jobId, records, automatic })
  })
}

async function findDue({ data }: MainContext): Promise<number | null> {
  const route = 'backups.getDrill'
  const answer = JSON.parse(await data.call('request', { route, input: {} })) as Result<unknown>
  if (!answer.ok) throw fromErrorShape(answer.error)
  return contract[route].output.parse(answer.data).dueAt
}
