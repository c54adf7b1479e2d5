import { toIsoDate } from '@shared/core/dates'
import { formatDecimal } from '@shared/core/decimal'
import { fromLunarKey } from '@shared/core/lunar/lunar-key'
import { lunarName } from '@shared/core/lunar/lunar-names'
import {
  type FieldGroup,
  fieldLevelOf,
  isAllowed,
  type Role,
  scopeOf,
} from '@shared/core/permissions'
import { regionName } from '@shared/core/regions/regions'
import type { TagType } from '../tags/tags.schema'
import type { CustomField, CustomValue } from '../custom-fields/custom-fields.schema'
import { formatCustomValue, type WordLanguage } from '../custom-fields/custom-values.rules'
import type { CustomerDetail } from '../customers/customers.schema'
import { exportWords } from './export-words'
import { type ExportColumn, exportColumnNames } from './exports.enums'

/** A customer as the person who exports sees it: what is hidden from them is null here. */
export type ExportedCustomer = Pick<
  CustomerDetail,
  | ('name' | 'kind' | 'code' | 'externalId' | 'stage' | 'stageReason' | 'lostReason' | 'tier')
  | ('contactPerson' | 'gender' | 'birthDate' | 'lunarBirthday' | 'occupation' | 'regionCode')
  | 'address'
  | ('industry' | 'companySize' | 'foundedOn' | 'creditCode' | 'annualRevenue' | 'source')
  | ('referrerName' | 'firstContactOn' | 'need' | 'preference' | 'priceSensitivity' | 'scenario')
  | ('decisionMode' | 'decisionProcess' | 'purchaseCycleDays' | 'expectedCloseOn' | 'notes')
  | ('nextFollowAt' | 'lastInteractionAt' | 'ownerName' | 'creatorName')
  | ('createdAt' | 'updatedAt')
> & {
  /** Whole, or masked where the person sees no more. */
  phone: string | null
  email: string | null
  idCardMasked: string | null
  bankAccountMasked: string | null
  tags: readonly { type: TagType; name: string }[]
  custom: readonly CustomValue[]
}

type Cell = (customer: ExportedCustomer, language: WordLanguage) => string | null
type Column = { cell: Cell; group?: FieldGroup; tags?: true }

const tagsOf =
  (type: TagType): Cell =>
  ({ tags }) =>
    tags
      .filter((tag) => tag.type === type)
      .map(({ name }) => name)
      .join('、')

const columns: Record<ExportColumn, Column> = {
  name: { cell: ({ name }) => name },
  kind: { cell: ({ kind }, language) => exportWords[language].kind[kind] },
  code: { cell: ({ code }) => code },
  externalId: { cell: ({ externalId }) => externalId },
  stage: { cell: ({ stage }, language) => exportWords[language].stage[stage] },
  stageReason: { cell: ({ stageReason }) => stageReason, group: 'notes' },
  lostReason: { cell: ({ lostReason }) => lostReason, group: 'notes' },
  tier: { cell: ({ tier }, language) => exportWords[language].tier[tier] },
  contactPerson: { cell: ({ contactPerson }) => contactPerson, group: 'contact' },
  phone: { cell: ({ phone }) => phone, group: 'contact' },
  email: { cell: ({ email }) => email, group: 'contact' },
  gender: {
    cell: ({ gender }, language) => gender && exportWords[language].gender[gender],
    group: 'contact',
  },
  birthDate: { cell: ({ birthDate }) => birthDate, group: 'contact' },
  lunarBirthday: {
    cell: ({ lunarBirthday: key }, language) => key && lunarCell(key, language),
    group: 'contact',
  },
  occupation: { cell: ({ occupation }) => occupation, group: 'contact' },
  regionCode: { cell: ({ regionCode }) => regionCode && regionName(regionCode), group: 'contact' },
  address: { cell: ({ address }) => address, group: 'contact' },
  idCard: { cell: ({ idCardMasked }) => idCardMasked, group: 'idNumber' },
  bankAccount: { cell: ({ bankAccountMasked }) => bankAccountMasked, group: 'idNumber' },
  industry: { cell: ({ industry }) => industry },
  companySize: {
    cell: ({ companySize }, language) =>
      companySize && exportWords[language].companySize[companySize],
  },
  foundedOn: { cell: ({ foundedOn }) => foundedOn },
  creditCode: { cell: ({ creditCode }) => creditCode },
  annualRevenue: {
    cell: ({ annualRevenue }) => (annualRevenue === null ? null : formatDecimal(annualRevenue, 2)),
  },
  source: { cell: ({ source }) => source },
  referrer: { cell: ({ referrerName }) => referrerName },
  firstContactOn: { cell: ({ firstContactOn }) => firstContactOn },
  need: { cell: ({ need }) => need, group: 'notes' },
  preference: { cell: ({ preference }) => preference, group: 'notes' },
  priceSensitivity: {
    cell: ({ priceSensitivity: value }, language) =>
      value && exportWords[language].priceSensitivity[value],
    group: 'notes',
  },
  scenario: { cell: ({ scenario }) => scenario, group: 'notes' },
  decisionMode: {
    cell: ({ decisionMode: value }, language) => value && exportWords[language].decisionMode[value],
    group: 'notes',
  },
  decisionProcess: { cell: ({ decisionProcess }) => decisionProcess, group: 'notes' },
  purchaseCycleDays: { cell: ({ purchaseCycleDays: days }) => (days === null ? null : `${days}`) },
  expectedCloseOn: { cell: ({ expectedCloseOn }) => expectedCloseOn },
  needTags: { cell: tagsOf('need'), tags: true },
  valueTags: { cell: tagsOf('value'), tags: true },
  riskTags: { cell: tagsOf('risk'), tags: true },
  nextFollowAt: { cell: ({ nextFollowAt: at }) => (at === null ? null : toIsoDate(at)) },
  lastInteractionAt: { cell: ({ lastInteractionAt: at }) => (at === null ? null : toMinute(at)) },
  owner: { cell: ({ ownerName }) => ownerName },
  creator: { cell: ({ creatorName }) => creatorName },
  createdAt: { cell: ({ createdAt }) => toMinute(createdAt) },
  updatedAt: { cell: ({ updatedAt }) => toMinute(updatedAt) },
  notes: { cell: ({ notes }) => notes, group: 'notes' },
}

/** As people write it in Chinese; in English as it is stored, which the import reads too. */
function lunarCell(key: string, language: WordLanguage): string {
  const day = language === 'en' ? null : fromLunarKey(key)
  return day ? lunarName(day) : key
}

/** How an exported table is made up: for whom, with which custom fields at work, in which language. */
export type ExportShape = { role: Role; fields: readonly CustomField[]; language: WordLanguage }

/** The built-in columns of a role; what it sees of no customer that it may export has none (R084). */
export function exportColumns(role: Role): ExportColumn[] {
  return exportColumnNames.filter((name) => {
    const { group, tags } = columns[name]
    if (tags && !isAllowed(role, 'tags.read')) return false
    return group === undefined || sees(role, group)
  })
}

/** The cells of the first line: built-in columns, then custom fields by name in their order (R073). */
export function exportHead({ role, fields, language }: ExportShape): string[] {
  const { heads } = exportWords[language]
  return [
    ...exportColumns(role).map((name) => heads[name]),
    ...ownColumns(role, fields, ({ name }) => name),
  ]
}

/** The cells of one customer under `exportHead`. */
export function exportCells(
  customer: ExportedCustomer,
  { role, fields, language }: ExportShape,
): string[] {
  const values = new Map(customer.custom.map(({ fieldId, value }) => [fieldId, value]))
  return [
    ...exportColumns(role).map((name) => columns[name].cell(customer, language) ?? ''),
    ...ownColumns(role, fields, (field) => {
      const value = values.get(field.id)
      return value === undefined ? '' : formatCustomValue(field, value, language)
    }),
  ]
}

/** Custom fields are read where the group `notes` is, and there is no half of it. */
function ownColumns(
  role: Role,
  fields: readonly CustomField[],
  cell: (field: CustomField) => string,
): string[] {
  return sees(role, 'notes') ? fields.map(cell) : []
}

function sees(role: Role, group: FieldGroup): boolean {
  if (fieldLevelOf(role, group, 'own') !== 'none') return true
  return (
    scopeOf(role, 'customers.export') === 'all' && fieldLevelOf(role, group, 'other') !== 'none'
  )
}

/** 2024-05-15 10:30 in local time, as spreadsheets read it. */
function toMinute(instant: number): string {
  const date = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${toIsoDate(instant)} ${two(date.getHours())}:${two(date.getMinutes())}`
}
