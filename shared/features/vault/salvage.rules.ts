import { toIsoDate } from '@shared/core/dates'
import type { SalvagedTable, SalvageReport } from './salvage.schema'

/**
 * Name under which the damaged files of a book are kept beside it: `<book name> (damaged 2026-11-22 0930).kebu`, in local time.
 * @param folderName of the book
 * @param attempt 1 and up; from 2 on it is part of the name
 */
export function damagedFolderName(folderName: string, instant: number, attempt = 1): string {
  const local = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const moment = `${toIsoDate(instant)} ${two(local.getHours())}${two(local.getMinutes())}`
  const again = attempt > 1 ? ` ${attempt}` : ''
  // A file system takes 255 bytes of UTF-8.
  const name = [...folderName.replace(/\.kebu$/, '')]
    .slice(0, 55)
    .join('')
    .replace(/[. ]+$/, '')
  return `${name} (damaged ${moment}${again}).kebu`
}

/** The tables that a person knows, by the words on the screen; everything else is `other`. */
export const salvageKinds = ['customers', 'followUps', 'tags', 'history', 'other'] as const
export type SalvageKind = (typeof salvageKinds)[number]

const kinds: Readonly<Record<string, SalvageKind>> = {
  customer: 'customers',
  follow_up: 'followUps',
  tag: 'tags',
  customer_tag: 'tags',
  command: 'history',
  change: 'history',
  audit_event: 'history',
}

export type SalvageLine = Omit<SalvagedTable, 'table'> & { kind: SalvageKind }

/** A report in the few kinds of things that a person knows, in their order; kinds of which there was nothing are left out. */
export function sumByKind({ tables }: Pick<SalvageReport, 'tables'>): SalvageLine[] {
  return salvageKinds.flatMap((kind) => {
    const line = { kind, saved: 0, lost: 0, holes: 0, standIns: 0 }
    for (const table of tables) {
      if ((kinds[table.table] ?? 'other') !== kind) continue
      line.saved += table.saved
      line.lost += table.lost
      line.holes += table.holes
      line.standIns += table.standIns
    }
    return line.saved + line.lost + line.holes + line.standIns === 0 ? [] : [line]
  })
}

/** Rows that are known to be lost, over all tables. */
export function countLost({ tables }: Pick<SalvageReport, 'tables'>): number {
  return tables.reduce((sum, { lost }) => sum + lost, 0)
}

/** True when nothing is missing as far as anybody can tell. */
export function isWhole({ tables, unreadablePages }: SalvageReport): boolean {
  return unreadablePages === 0 && tables.every(({ lost, holes }) => lost + holes === 0)
}
