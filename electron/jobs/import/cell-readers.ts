import { toLunarKey } from '@shared/core/lunar/lunar-key'
import { parseLunarDay } from '@shared/core/lunar/parse-lunar-day'
import { moneyUnitOf, parseYuan } from '@shared/core/money'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import {
  parseCustomValue,
  type ValueProblem,
} from '@shared/features/custom-fields/custom-values.rules'
import { customFieldOf } from '@shared/features/imports/imports.rules'
import type {
  BuiltInTarget,
  CustomTarget,
  ImportTarget,
  ProblemCode,
} from '@shared/features/imports/imports.schema'
import type { TagType } from '@shared/features/tags/tags.schema'
import { foldCell, isBlank } from './cell'
import { isEmail } from './content'
import { type Draft, keep, keepUnclear, setField, type SourceCell, warn } from './draft'
import { noteRegionCell, readAddressCell } from './address-cells'
import { readCompanySize, readGender, readKind, readStage, readTier } from './readers/choices'
import { type ContactReading, readContact } from './readers/contact'
import { readDate, toInstant } from './readers/dates'
import { readDecisionMode, readPriceSensitivity } from './readers/decisions'
import { readFollowUps } from './readers/follow-ups'
import { isPhone, readPhone } from './readers/phones'
import { readCycle } from './readers/cycles'
import { addPoint, labelOfHeader, splitIds } from './readers/points'
import { readTags } from './readers/tags'

type Reader = (draft: Draft, cell: SourceCell) => void
type ChoiceField = 'kind' | 'gender' | 'stage' | 'tier' | 'priceSensitivity' | 'decisionMode'
type DateField = 'birthDate' | 'foundedOn' | 'firstContactOn' | 'expectedCloseOn'

/** Reads a cell into the draft, by where its column goes. */
export function readCell(draft: Draft, cell: SourceCell): void {
  const { target } = cell
  if (isCustom(target)) readCustomCell(draft, cell)
  else cellReaders[target](draft, cell)
}

function isCustom(target: ImportTarget): target is CustomTarget {
  return customFieldOf(target) !== null
}

/** How a cell of each built-in target is read. Whatever is not understood stays as written in the notes. */
const cellReaders: Record<BuiltInTarget, Reader> = {
  ignore: () => undefined,
  name: text('name'),
  kind: choice('kind', readKind),
  contact: readContactCell,
  contactPerson: text('contactPerson'),
  phone: readPhoneCell,
  otherPhones: readOtherPhonesCell,
  wechat: ids('wechat'),
  qq: ids('qq'),
  email: readEmailCell,
  gender: choice('gender', readGender),
  birthDate: readBirthCell,
  lunarBirthday: readLunarCell,
  idCard: text('idCard'),
  occupation: text('occupation'),
  industry: text('industry'),
  companySize: readSizeCell,
  annualRevenue: readSumCell,
  foundedOn: date('foundedOn'),
  creditCode: text('creditCode'),
  regionCode: noteRegionCell,
  address: readAddressCell,
  source: text('source'),
  need: text('need'),
  preference: text('preference'),
  priceSensitivity: choice('priceSensitivity', readPriceSensitivity),
  scenario: text('scenario'),
  decisionMode: choice('decisionMode', readDecisionMode),
  decisionProcess: text('decisionProcess'),
  purchaseCycleDays: readCycleCell,
  expectedCloseOn: date('expectedCloseOn'),
  notes: keep,
  firstContactOn: date('firstContactOn'),
  externalId: text('externalId'),
  stage: choice('stage', readStage),
  lostReason: text('lostReason'),
  tier: choice('tier', readTier),
  needTags: tags('need'),
  valueTags: tags('value'),
  riskTags: tags('risk'),
  followUps: readFollowUpCell,
  nextFollowAt: readNextFollowCell,
}

function text(field: keyof CustomerFormValues): Reader {
  return (draft, cell) => setField(draft, field, cell.text, cell)
}

function choice(field: ChoiceField, read: (text: string) => string | null): Reader {
  return (draft, cell) => {
    const value = read(cell.text)
    if (value !== null) setField(draft, field, value, cell)
    else if (!isBlank(cell.text)) keepUnclear(draft, 'value-unknown', cell)
  }
}

/** By the type of the field (R073); what it cannot hold, and a second column of the same field, goes to the notes. */
function readCustomCell(draft: Draft, cell: SourceCell): void {
  const { field } = cell
  if (field === undefined) return keep(draft, cell)
  if (isBlank(cell.text)) return
  const date = field.type === 'date' ? readDate(cell.text) : null
  const value = parseCustomValue(field, date?.date ?? cell.text)
  if (value === null) return
  if ('problem' in value) return keepUnclear(draft, problemCodeOf(value.problem), cell)
  const before = draft.custom[field.id]
  if (before === undefined) draft.custom[field.id] = value.value
  if ((before !== undefined && before !== value.value) || (date && date.time !== null))
    keep(draft, cell)
}

function problemCodeOf(problem: ValueProblem): ProblemCode {
  if (problem === 'date') return 'date-unclear'
  return problem.startsWith('too-long') ? 'too-long' : 'value-unknown'
}

function readSizeCell(draft: Draft, cell: SourceCell): void {
  const reading = readCompanySize(cell.text)
  if (reading === null) {
    if (!isBlank(cell.text)) keepUnclear(draft, 'value-unknown', cell)
    return
  }
  setField(draft, 'companySize', reading.size, cell)
  if (!reading.isExact) keep(draft, cell)
}

/** A sum in the unit that the cell names, else the head of its column: 年营收（万元）. */
function readSumCell(draft: Draft, cell: SourceCell): void {
  if (isBlank(cell.text)) return
  const fen = parseYuan(foldCell(cell.text), moneyUnitOf(cell.header))
  if (fen === null) keepUnclear(draft, 'sum-unclear', cell)
  else setField(draft, 'annualRevenue', fen, cell)
}

function readCycleCell(draft: Draft, cell: SourceCell): void {
  if (isBlank(cell.text)) return
  const reading = readCycle(cell.text, cell.header)
  if (reading === null) return keepUnclear(draft, 'value-unknown', cell)
  setField(draft, 'purchaseCycleDays', reading.days, cell)
  if (!reading.isExact) keep(draft, cell)
}

function date(field: DateField): Reader {
  return (draft, cell) => {
    if (isBlank(cell.text)) return
    const reading = readDate(cell.text)
    if (reading === null) return keepUnclear(draft, 'date-unclear', cell)
    setField(draft, field, reading.date, cell)
    if (reading.time !== null) keep(draft, cell)
  }
}

/** A column of birthdays may hold lunar ones, which then say so: 农历八月十五. */
function readBirthCell(draft: Draft, cell: SourceCell): void {
  if (/农历|阴历|旧历|農曆/.test(cell.text) && parseLunarDay(cell.text)) readLunarCell(draft, cell)
  else date('birthDate')(draft, cell)
}

function readLunarCell(draft: Draft, cell: SourceCell): void {
  if (isBlank(cell.text)) return
  const day = parseLunarDay(cell.text)
  if (day === null) keepUnclear(draft, 'date-unclear', cell)
  else setField(draft, 'lunarBirthday', toLunarKey(day), cell)
}

function readNextFollowCell(draft: Draft, cell: SourceCell): void {
  if (isBlank(cell.text)) return
  const reading = readDate(cell.text)
  if (reading === null) return keepUnclear(draft, 'date-unclear', cell)
  if (draft.nextFollowAt === null) draft.nextFollowAt = toInstant(reading)
  else keep(draft, cell)
}

function tags(type: TagType): Reader {
  return (draft, cell) => {
    if (isBlank(cell.text)) return
    for (const name of readTags(cell.text)) {
      if ([...name].length > 50) keepUnclear(draft, 'too-long', cell)
      else if (!draft.tags.some((tag) => tag.type === type && tag.name === name))
        draft.tags.push({ type, name })
    }
  }
}

function readFollowUpCell(draft: Draft, cell: SourceCell): void {
  if (isBlank(cell.text)) return
  const { entries, isClear } = readFollowUps(cell.text)
  if (!isClear) warn(draft, 'date-unclear', cell)
  if (entries.length === 0 || entries.some(({ content }) => content.length > 20_000))
    return keepUnclear(draft, 'too-long', cell)
  draft.followUps.push(...entries)
}

function readEmailCell(draft: Draft, cell: SourceCell): void {
  if (isBlank(cell.text)) return
  const parts = cell.text
    .normalize('NFKC')
    .split(/[\s、,;|]+/)
    .filter((part) => part !== '')
  const [first, ...others] = parts
  if (first === undefined || !isEmail(first)) return keepUnclear(draft, 'email-unclear', cell)
  setField(draft, 'email', first, cell)
  if (others.length > 0) keep(draft, cell)
}

/** A phone column with nothing but one number needs no splitting. */
function readPhoneCell(draft: Draft, cell: SourceCell): void {
  if (draft.fields.phone === undefined && isPhone(cell.text)) {
    const { value } = readPhone(cell.text)
    if (value !== null) return setField(draft, 'phone', value, cell)
  }
  readContactCell(draft, cell)
}

function readContactCell(draft: Draft, cell: SourceCell): void {
  if (isBlank(cell.text)) return
  const reading = readContact(cell.text)
  const isFirst = draft.fields.phone === undefined || draft.fields.phone === reading.phone
  const isFurther = reading.phone !== null && !isFirst
  if (reading.name !== null) setField(draft, 'contactPerson', reading.name, cell)
  if (reading.phone !== null && isFirst) setField(draft, 'phone', reading.phone, cell)
  finishContact(draft, cell, reading, isFurther ? [{ raw: reading.phone ?? '', label: null }] : [])
}

/** All of them are further numbers; a name beside one says whose it is. */
function readOtherPhonesCell(draft: Draft, cell: SourceCell): void {
  if (isBlank(cell.text)) return
  const reading = readContact(cell.text)
  if (reading.phone === null && reading.name !== null) keep(draft, cell)
  const first = reading.phone === null ? [] : [{ raw: reading.phone, label: reading.name }]
  finishContact(draft, cell, reading, first)
}

/** What both have in common: the address, the further numbers, and what has to be said. */
function finishContact(
  draft: Draft,
  cell: SourceCell,
  reading: ContactReading,
  first: ContactReading['morePhones'],
): void {
  if (reading.flaw !== null) warn(draft, reading.flaw, cell)
  if (reading.email !== null) setField(draft, 'email', reading.email, cell)
  const isAdded = [...first, ...reading.morePhones].every(({ raw, label }) =>
    addPoint(draft, { type: 'phone', raw, label: label ?? labelOfHeader(cell.header) }),
  )
  if (reading.hasMore) warn(draft, 'phone-second', cell)
  else if (!reading.whole && reading.flaw === null && reading.phone === null)
    warn(draft, 'phone-unclear', cell)
  if (!reading.whole || !isAdded) keep(draft, cell)
}

/** Kept as written, several in one cell apart; of an odd one the page says that it needs a look. */
function ids(type: 'wechat' | 'qq'): Reader {
  return (draft, cell) => {
    if (isBlank(cell.text)) return
    const label = labelOfHeader(cell.header)
    const isAdded = splitIds(cell.text).every((raw) => addPoint(draft, { type, raw, label }))
    if (!isAdded) keepUnclear(draft, 'too-long', cell)
  }
}
