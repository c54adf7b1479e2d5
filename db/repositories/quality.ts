import { AppError } from '@shared/core/errors'
import { fieldLevelOf } from '@shared/core/permissions'
import type {
  QualityFinding,
  VerificationMethod,
  VerifiedField,
} from '@shared/features/quality/quality.enums'
import { qualityFindings } from '@shared/features/quality/quality.enums'
import { groupOfChecked } from '@shared/features/quality/quality.rules'
import { readableRows, viewerOf, viewerValues } from '../access'
import { noteSubject } from '../audit'
import type { ReadContext, WriteContext } from '../context'
import { getCustomerRelation } from '../customer-relation'
import { insertRow } from '../insert-row'
import { qualityFacts } from '../quality-facts'
import { getQualitySettings } from '../quality-settings'
import { qualitySql, qualityValues, seenInList } from '../quality-sql'
import { verification } from '../schema/verification'
import { statement } from '../statements'

type Check = {
  id: number
  fields: VerifiedField[]
  method: VerificationMethod
  note: string | null
}

/**
 * Writes down that fields of a customer are true as they stand (R064, D6); the audit entry names customer and fields.
 * @throws AppError customers.not-found; core.forbidden, also for a field that this person does not see whole;
 * quality.nothing-to-check for an empty field
 */
export function verifyFields(context: WriteContext, { id, fields, method, note }: Check) {
  const { write, session, clock } = context
  const relation = getCustomerRelation(write, context, 'customers.write', id)
  const wanted = [...new Set(fields)].sort()
  for (const field of wanted) {
    const group = groupOfChecked(field)
    if (group !== null && fieldLevelOf(session.role, group, relation) !== 'full')
      throw new AppError('core.forbidden', 'role may not see this field whole')
  }
  noteSubject(write, `customer:${id} ${wanted.join(',')}`)
  const values = qualityFacts(write, [id]).get(id)?.values
  for (const field of wanted) {
    const value = values?.[field] ?? null
    if (value === null) throw new AppError('quality.nothing-to-check', field, { field })
    insertRow(write, verification, {
      ...{ customerId: id, field, value, method, note, userId: session.userId, at: clock() },
    })
  }
  return {}
}

type Counts = { total: number; byFinding: Record<QualityFinding, number> }

/** What each customer is asked; the other findings follow from the answers. */
const asked = qualityFindings.filter((finding) => finding !== 'good' && finding !== 'incomplete')
const partBits = bitsOf((finding) => finding.startsWith('no-'))
const badBits = partBits | bitsOf((finding) => finding === 'outdated' || finding === 'unverified')

function bitsOf(isWanted: (finding: QualityFinding) => boolean): number {
  return asked.reduce((bits, finding, index) => bits | (isWanted(finding) ? 1 << index : 0), 0)
}

/**
 * How many customers at work there are of each finding, of what the person may read (R066, R083). Each row is asked once, for all
 * answers as bits of one number: asking anew for each finding costs five times as much.
 */
export function countQuality(context: ReadContext): Counts {
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const settings = getQualitySettings(read)
  const { findings } = qualitySql(settings, seenInList(viewer.role, { pool: false }))
  const bits = asked.map((finding, index) => `((${findings[finding]}) << ${index})`)
  const rows = statement<{ bits: number; total: number }>(
    read,
    `SELECT bits, count(*) AS total FROM (SELECT ${bits.join(' | ')} AS bits FROM customer
       WHERE archived_at IS NULL AND ${readableRows(viewer, { pool: false })}) GROUP BY bits`,
  ).all({ ...viewerValues(viewer), ...qualityValues(settings, clock()) })
  const sum = (isWanted: (bits: number) => boolean) =>
    rows.filter((row) => isWanted(row.bits)).reduce((all, { total }) => all + total, 0)
  const counted = asked.map((finding, index) => [finding, sum((of) => (of & (1 << index)) !== 0)])
  return {
    total: sum(() => true),
    byFinding: {
      ...(Object.fromEntries(counted) as Counts['byFinding']),
      good: sum((of) => (of & badBits) === 0),
      incomplete: sum((of) => (of & partBits) !== 0),
    },
  }
}
