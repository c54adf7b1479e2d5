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

/** How many customers at work there are of each finding, of what the person may read (R066, R083). */
export function countQuality(context: ReadContext): {
  total: number
  byFinding: Record<QualityFinding, number>
} {
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const settings = getQualitySettings(read)
  const { findings } = qualitySql(settings, seenInList(viewer.role, { pool: false }))
  const sums = qualityFindings.map((finding) => `total(${findings[finding]}) AS "${finding}"`)
  const row = statement<Record<QualityFinding | 'total', number>>(
    read,
    `SELECT count(*) AS total, ${sums.join(', ')} FROM customer
     WHERE archived_at IS NULL AND ${readableRows(viewer, { pool: false })}`,
  ).get({ ...viewerValues(viewer), ...qualityValues(settings, clock()) })
  const countOf = (name: QualityFinding | 'total') => row?.[name] ?? 0
  return {
    total: countOf('total'),
    byFinding: Object.fromEntries(
      qualityFindings.map((finding) => [finding, countOf(finding)]),
    ) as Record<QualityFinding, number>,
  }
}
