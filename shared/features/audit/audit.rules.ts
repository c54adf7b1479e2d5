import { type AuditKind, auditKinds } from './audit.schema'

/** Every route and event that writes an entry, by its kind. What is missing here is a change of the book's content. */
export const auditRoutes = {
  'sign-in': [
    'vault.unlock',
    'vault.unlockRefused',
    'vault.unlockWithRecoveryKey',
    'vault.unlockWithDevice',
    'vault.lock',
    'vault.autoLock',
  ],
  reveal: ['customers.reveal', 'contacts.reveal'],
  change: [
    'customers.create',
    'customers.update',
    'customers.setStage',
    'customers.setTier',
    'customers.archive',
    'customers.unarchive',
    'customers.delete',
    'customers.restore',
    'customers.transfer',
    'customers.release',
    'customers.claim',
    'customers.erase',
    'customers.reapplyDeletions',
    'customer-restores.commit',
    'lifecycle.move',
    'contacts.create',
    'contacts.update',
    'contacts.delete',
    'contacts.reorder',
    'contacts.setPoints',
    'duplicates.dismiss',
    'duplicates.merge',
    'duplicates.scan',
    ...['calendar.moveTask', 'calendar.moveStep'],
    ...['holidays.set', 'holidays.remove', 'holidays.reset', 'holidays.import'],
    'follow-ups.create',
    'follow-ups.update',
    'follow-ups.delete',
    'follow-ups.completeNext',
    'behaviors.create',
    'behaviors.delete',
    'cadence.plan',
    'cadence.setSettings',
    'deadlines.settle',
    'deadlines.setSettings',
    'service-cases.create',
    'service-cases.update',
    'service-cases.move',
    'service-cases.respond',
    'service-cases.delete',
    ...['phrases.create', 'phrases.update', 'phrases.delete', 'phrases.reorder'],
    ...['today.move', 'today.snooze', 'today.moveOverdue', 'today.complete', 'today.readNotices'],
    'tags.attach',
    'tags.detach',
    'tasks.create',
    'tasks.update',
    'tasks.reschedule',
    'tasks.complete',
    'tasks.cancel',
    'tasks.reopen',
    'tasks.delete',
    'tasks.setChecklistItem',
    'tasks.setProgress',
    'tags.create',
    'tags.update',
    'tags.merge',
    'tags.archive',
    'tags.unarchive',
    'tags.delete',
    'tags.insertSet',
    'tags.setRule',
    'tags.recompute',
    'automation.create',
    'automation.update',
    'automation.setEnabled',
    'automation.delete',
    'automation.runDue',
    'tasks.importCalendar',
    'custom-fields.create',
    'custom-fields.update',
    'custom-fields.reorder',
    'custom-fields.archive',
    'custom-fields.unarchive',
    'custom-fields.changeType',
    'attachments.add',
    'attachments.update',
    'attachments.delete',
    'history.undo',
    'history.redo',
    'ownership.setSettings',
    'quality.verify',
    'quality.setSettings',
  ],
  'import-export': [
    ...['imports.commit', 'imports.saveRejected', 'exports.customers'],
    ...['audit.export', 'attachments.saveAs', 'holidays.export', 'tasks.exportCalendar'],
  ],
  backup: [
    'customer-restores.open',
    'backups.create',
    'backups.verify',
    'backups.restore',
    'backups.takeBack',
    'backups.rotate',
    'backups.setSchedule',
    'backups.drill',
  ],
  account: [
    'users.create',
    'users.rename',
    'users.setRole',
    'users.disable',
    'users.enable',
    'users.remove',
    'users.handOver',
    'users.resetPassword',
    'users.changePassword',
    'vault.startPreview',
    'vault.endPreview',
  ],
  vault: [
    'vault.create',
    'vault.startReissue',
    'vault.finishReissue',
    'vault.proveRecoveryKey',
    'vault.saveRecoveryKey',
    'vault.printRecoveryKey',
    'vault.copyRecoveryKey',
    'vault.rotateKey',
    'vault.rememberDevice',
    'vault.forgetDevice',
    'vault.headerRolledBack',
    'vault.changesMissing',
    'vault.useHeaderCopy',
    'vault.useBackupHeader',
    'vault.salvage',
    'audit.verify',
    'audit.endMissing',
  ],
} as const satisfies Record<AuditKind, readonly string[]>

const kindByRoute = new Map<string, AuditKind>(
  auditKinds.flatMap((kind) => auditRoutes[kind].map((route) => [route, kind] as const)),
)

/** The kind of an entry by its route. */
export function auditKindOf(route: string): AuditKind {
  return kindByRoute.get(route) ?? 'change'
}

/** How a filter of kinds reads as routes; null when it lets everything through. */
export function routesOfKinds(
  kinds: readonly AuditKind[],
): { only: string[] } | { without: string[] } | null {
  const chosen = new Set(kinds)
  if (chosen.size === 0 || chosen.size === auditKinds.length) return null
  const routesOf = (isWanted: boolean) =>
    auditKinds.flatMap((kind) => (chosen.has(kind) === isWanted ? [...auditRoutes[kind]] : []))
  // Changes are told by what they are not, because a newer program may have written ones that are unknown here.
  return chosen.has('change') ? { without: routesOf(false) } : { only: routesOf(true) }
}

const verdicts = ['intact', 'entry-changed', 'end-missing', 'passed', 'failed'] as const

export type AuditSubject =
  | { kind: 'customer'; id: number; fields: string[] }
  | { kind: 'user'; id: number | null; rest: string }
  | { kind: 'lines'; count: number }
  | { kind: 'customers'; count: number }
  | { kind: 'entry'; id: number }
  | { kind: 'lost'; count: number }
  | { kind: 'result'; result: (typeof verdicts)[number] }
  | { kind: 'other'; text: string }

/** Takes a subject apart: `customer:12 email,phone`, `customers:1200`, `user:3 sales`, `lines:1200`; null for none. */
export function readSubject(subject: string | null): AuditSubject | null {
  if (!subject) return null
  const [, name = '', value = '', rest = ''] = /^(\w+):(\S+)(?: (.*))?$/s.exec(subject) ?? []
  const id = /^\d{1,15}$/.test(value) ? Number(value) : null
  if (name === 'customer' && id !== null)
    return { kind: 'customer', id, fields: rest.split(',').filter(Boolean) }
  if (name === 'user') return { kind: 'user', id, rest }
  if (name === 'lines' && id !== null) return { kind: 'lines', count: id }
  if (name === 'customers' && id !== null) return { kind: 'customers', count: id }
  // By its code, or how many: nothing else of them is left.
  if (name === 'erased') return { kind: 'other', text: value }
  if (name === 'lost' && id !== null) return { kind: 'lost', count: id }
  if (name === 'entry' && id !== null) return { kind: 'entry', id }
  const result = verdicts.find((verdict) => name === 'result' && verdict === value)
  return result ? { kind: 'result', result } : { kind: 'other', text: subject }
}
