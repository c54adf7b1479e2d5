import { getTableColumns } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { FieldGroup } from '@shared/core/permissions'
import { customerFieldGroups } from '@shared/features/customers/customers.groups'
import type { FieldForm, HistoryTable } from '@shared/features/history/history.schema'
import { attachment } from './schema/attachment'
import { automationRun } from './schema/automation'
import { behavior } from './schema/behavior'
import { contact, contactPoint } from './schema/contact'
import { customValue } from './schema/custom-field'
import { customer } from './schema/customer'
import { deadline } from './schema/deadline'
import { notDuplicate } from './schema/duplicate'
import { followUp } from './schema/follow-up'
import { notice } from './schema/notice'
import { serviceCase } from './schema/service-case'
import { stageChange } from './schema/stage-change'
import { customerTag } from './schema/tag'
import { task } from './schema/task'
import { verification } from './schema/verification'

/** A column that the history tells: its name for the words, how its value is read, and the groups of rights it is in. */
export type HistoryField = { name: string; form: FieldForm; groups: readonly FieldGroup[] }

type Forms<T extends SQLiteTable> = Partial<Record<keyof T['_']['columns'], FieldForm>>
type Column = { name: string; key: string }

const columnsOf = (table: SQLiteTable): Column[] =>
  Object.entries(getTableColumns(table)).map(([key, { name }]) => ({ key, name }))

/** Columns that are not named here are never told: what the program keeps, and what a new column has not been judged for. */
function fieldsOf<T extends SQLiteTable>(
  table: T,
  forms: Forms<T>,
  groupsOf: (key: string) => readonly FieldGroup[] = () => [],
): ReadonlyMap<string, HistoryField> {
  const known = forms as Record<string, FieldForm | undefined>
  return new Map(
    columnsOf(table).flatMap(({ key, name }) => {
      const form = known[key]
      const plain = key.replace(/(Sealed|Id)$/, '')
      return form === undefined ? [] : [[name, { name: plain, form, groups: groupsOf(plain) }]]
    }),
  )
}

const groupByField = new Map<string, FieldGroup>(
  (Object.keys(customerFieldGroups) as FieldGroup[]).flatMap((group) =>
    customerFieldGroups[group].map((field): [string, FieldGroup] => [field, group]),
  ),
)
const inNotes = (...keys: string[]) => {
  return (key: string): FieldGroup[] => (keys.includes(key) ? ['notes'] : [])
}

/** By table and column of the database. */
export const historyFields: Readonly<Record<HistoryTable, ReadonlyMap<string, HistoryField>>> = {
  customer: fieldsOf(
    customer,
    {
      ...{ kind: 'kind', name: 'text', stage: 'stage', tier: 'tier', industry: 'text' },
      ...{ contactPerson: 'person', phone: 'phone', email: 'email', gender: 'gender' },
      ...{
        birthDate: 'date',
        lunarBirthday: 'lunar-day',
        idCardSealed: 'sealed',
        bankAccountSealed: 'sealed',
      },
      ...{ creditCode: 'text', companySize: 'company-size', foundedOn: 'date', address: 'text' },
      ...{ regionCode: 'region', source: 'text', firstContactOn: 'date', externalId: 'text' },
      ...{ lostReason: 'text', stageReason: 'text', need: 'text', notes: 'text' },
      ...{ occupation: 'text', annualRevenue: 'money', referrerId: 'customer' },
      ...{ preference: 'text', priceSensitivity: 'price-sensitivity', scenario: 'text' },
      ...{ decisionMode: 'decision-mode', decisionProcess: 'text', purchaseCycleDays: 'days' },
      ...{ expectedCloseOn: 'date', ownerId: 'user', pooledAt: 'instant' },
      ...{ archivedAt: 'instant', deletedAt: 'instant', mergedIntoId: 'customer' },
    },
    (field) => [groupByField.get(field) ?? []].flat(),
  ),
  follow_up: fieldsOf(
    followUp,
    {
      ...{ type: 'follow-up-type', occurredAt: 'instant', content: 'text' },
      ...{ outcome: 'follow-up-outcome', contactId: 'contact' },
      ...{ nextFollowAt: 'instant', nextNote: 'text', nextDoneAt: 'instant' },
      ...{ nextType: 'follow-up-type', nextAllDay: 'flag' },
    },
    (field) => (field === 'contact' ? ['contact'] : inNotes('content', 'nextNote')(field)),
  ),
  customer_tag: fieldsOf(customerTag, { tagId: 'tag' }),
  contact: fieldsOf(
    contact,
    {
      ...{ name: 'person', position: 'text', department: 'text' },
      ...{ decisionRole: 'decision-role', notes: 'text' },
    },
    (field) => (field === 'notes' ? ['contact', 'notes'] : ['contact']),
  ),
  contact_point: fieldsOf(
    contactPoint,
    { type: 'point-type', raw: 'point', label: 'text', shared: 'flag' },
    () => ['contact'],
  ),
  custom_value: fieldsOf(customValue, { fieldId: 'custom-field', value: 'custom' }, () => [
    'notes',
  ]),
  attachment: fieldsOf(
    attachment,
    { fileName: 'text', category: 'attachment-category', note: 'text' },
    () => ['notes'],
  ),
  verification: fieldsOf(
    verification,
    { field: 'verified-field', method: 'verification-method', note: 'text' },
    inNotes('note'),
  ),
  stage_change: fieldsOf(
    stageChange,
    { fromStage: 'stage', toStage: 'stage', reason: 'text', at: 'instant' },
    inNotes('reason'),
  ),
  not_duplicate: fieldsOf(notDuplicate, { otherId: 'customer' }),
  task: fieldsOf(
    task,
    {
      ...{ title: 'text', status: 'task-status', priority: 'task-priority', progress: 'percent' },
      ...{ dueAt: 'instant', remindAt: 'instant', recurrence: 'recurrence', assigneeId: 'user' },
      ...{ doneAt: 'instant', notes: 'text' },
    },
    inNotes('title', 'notes'),
  ),
  service_case: fieldsOf(
    serviceCase,
    {
      ...{ kind: 'case-kind', status: 'case-status', subject: 'text', satisfaction: 'text' },
      ...{ openedAt: 'instant', respondedAt: 'instant', resolvedAt: 'instant' },
      ...{ closedAt: 'instant', handlerId: 'user', content: 'text', result: 'text' },
    },
    inNotes('subject', 'content', 'result'),
  ),
  behavior: fieldsOf(
    behavior,
    { kind: 'behavior-kind', at: 'instant', subject: 'text', channel: 'text', note: 'text' },
    inNotes('subject', 'note'),
  ),
  deadline: fieldsOf(deadline, { settledAt: 'instant' }),
  automation_run: fieldsOf(automationRun, {}),
  notice: fieldsOf(notice, { userId: 'user', text: 'text' }, inNotes('text')),
}

/** True for a table whose changes the history tells. */
export function isHistoryTable(name: string): name is HistoryTable {
  return Object.hasOwn(historyFields, name)
}

/** Columns of a table that the history leaves out, for a test that every column was judged. */
export function untoldColumns(table: SQLiteTable): string[] {
  const { name } = getTableConfig(table)
  const told = isHistoryTable(name) ? historyFields[name] : new Map<string, HistoryField>()
  return columnsOf(table).flatMap((column) => (told.has(column.name) ? [] : [column.name]))
}
