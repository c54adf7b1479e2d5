import { fieldLevelOf } from '@shared/core/permissions'
import type { DuplicateReason } from '@shared/features/duplicates/duplicates.enums'
import {
  type DuplicateCluster,
  lastScan,
  type LastScan,
} from '@shared/features/duplicates/duplicates.contract'
import { levelOf, levelScores } from '@shared/features/duplicates/duplicates.rules'
import type { Viewer } from '@shared/features/ownership/ownership.rules'
import { viewerOf, viewerValues, writableRows } from '../access'
import type { ReadContext, WriteContext } from '../context'
import { assertMayUse } from '../customer-guard'
import { type Cluster, groupPairs } from '../duplicates/clusters'
import { listDuplicateCustomers } from '../duplicates/duplicate-customers'
import type { Candidate, Scan } from '../duplicates/scan'
import type { ReadHandle } from '../handles'
import { insertRow } from '../insert-row'
import { findJsonSetting, writeJsonSetting } from '../json-setting'
import { notDuplicate } from '../schema/duplicate'
import { statement } from '../statements'

const scanSetting = 'duplicates.lastScan'

/** How many groups of customers that may be one are open, as far as the person may change them. */
export function countDuplicates(context: ReadContext): { clusters: number } {
  return { clusters: listClusters(context).length }
}

/** What the last scan found and nobody has settled yet, surest first (R051). */
export function listDuplicates(
  context: ReadContext,
  { offset, limit }: { offset: number; limit: number },
): { scan: LastScan | null; clusters: DuplicateCluster[]; total: number } {
  const clusters = listClusters(context)
  return {
    scan: findJsonSetting(context.read, scanSetting, lastScan),
    total: clusters.length,
    clusters: clusters.slice(offset, offset + limit).map((cluster) => toView(context, cluster)),
  }
}

function listClusters(context: ReadContext): Cluster[] {
  return groupPairs(
    listOpenPairs(context.read, viewerOf(context.read, context)),
    levelScores.likely,
  )
}

/** Pairs of two customers that are both there and may both be changed. */
function listOpenPairs(read: ReadHandle, viewer: Viewer): Candidate[] {
  const mine = `SELECT id FROM customer WHERE deleted_at IS NULL AND ${writableRows(viewer, 'customers.write')}`
  return statement<Omit<Candidate, 'reasons'> & { reasons: string }>(
    read,
    `SELECT customer_id AS customerId, other_id AS otherId, score, reasons FROM duplicate_candidate pair
     WHERE customer_id IN (${mine}) AND other_id IN (${mine})
       AND NOT EXISTS (SELECT 1 FROM not_duplicate apart
         WHERE apart.customer_id = pair.customer_id AND apart.other_id = pair.other_id)
     ORDER BY score DESC, pair.id`,
  )
    .all(viewerValues(viewer))
    .map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as DuplicateReason[] }))
}

function toView(context: ReadContext, { ids, pairs, score }: Cluster): DuplicateCluster {
  const hidesNumbers = fieldLevelOf(context.session.role, 'idNumber', 'own') === 'none'
  const isShown = (reason: DuplicateReason) => !hidesNumbers || !reason.endsWith('-id-number')
  return {
    score,
    level: levelOf(score) ?? 'hint',
    customers: listDuplicateCustomers(context, ids),
    pairs: pairs.map((pair) => ({
      ...pair,
      reasons: pair.reasons.filter(isShown),
      level: levelOf(pair.score) ?? 'hint',
    })),
  }
}

/**
 * Says of several customers that they are not one, each pair of them (R050).
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function dismissDuplicates(
  context: WriteContext,
  { ids }: { ids: number[] },
): { pairs: number } {
  const { write, session, clock } = context
  assertMayUse(context, 'customers.write', ids)
  const sorted = [...new Set(ids)].sort((a, b) => a - b)
  const known = statement(
    write,
    'SELECT 1 FROM not_duplicate WHERE customer_id = ? AND other_id = ?',
  )
  let pairs = 0
  for (const [at, customerId] of sorted.entries())
    for (const otherId of sorted.slice(at + 1)) {
      if (known.get(customerId, otherId)) continue
      insertRow(write, notDuplicate, { customerId, otherId, userId: session.userId, at: clock() })
      pairs += 1
    }
  return { pairs }
}

/** Puts what a scan found in place of what one before had found; pairs whose customers went meanwhile are left out. */
export function storeScan(
  { write, clock }: Pick<WriteContext, 'write' | 'clock'>,
  { customers, candidates }: Scan,
): void {
  const at = clock()
  statement(write, 'DELETE FROM duplicate_candidate').run()
  statement(
    write,
    `INSERT INTO duplicate_candidate (customer_id, other_id, score, reasons, found_at)
     SELECT value ->> 'customerId', value ->> 'otherId', value ->> 'score', value ->> 'reasons', ?
     FROM json_each(?)
     WHERE value ->> 'customerId' IN (SELECT id FROM customer) AND value ->> 'otherId' IN (SELECT id FROM customer)`,
  ).run(at, JSON.stringify(candidates))
  writeJsonSetting(write, scanSetting, { at, customers, candidates: candidates.length })
}
