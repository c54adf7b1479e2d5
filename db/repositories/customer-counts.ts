import { type Stage, stages } from '@shared/features/customers/customers.enums'
import { mayClaim, type Viewer } from '@shared/features/ownership/ownership.rules'
import { ownRows, poolRows, readableRows, viewerOf, viewerValues } from '../access'
import type { ReadContext } from '../context'
import type { ReadHandle } from '../handles'
import { stageRankSql } from '../schema/ranks'
import { statement } from '../statements'

export type CustomerCounts = {
  active: number
  archived: number
  bin: number
  own: number
  pool: number
  byStage: Record<Stage, number>
}

/**
 * Numbers beside the views, of what the person may read: customers at work by stage, archived ones, those in the recycle bin,
 * one's own, and those that one may claim now (R082, R083, X5).
 */
export function countCustomersByStage(context: ReadContext): CustomerCounts {
  const { read } = context
  const viewer = viewerOf(read, context)
  const readable = readableRows(viewer, { pool: false })
  const count = (condition: string) => countRows(read, viewer, condition)
  const byStage = readable === 'TRUE' ? countStages(read) : countStagesOf(read, viewer, readable)
  return {
    active: Object.values(byStage).reduce((sum, total) => sum + total, 0),
    // What is in the bin is archived too; so both numbers come out of an index each, without a look at the rows.
    archived:
      count(`archived_at IS NOT NULL AND ${readable}`) -
      count(`deleted_at IS NOT NULL AND ${readable}`),
    bin: count(`deleted_at IS NOT NULL AND merged_into_id IS NULL AND ${readable}`),
    own: count(`archived_at IS NULL AND ${readable} AND ${ownRows()}`),
    pool: mayClaim(viewer.role) ? count(`archived_at IS NULL AND ${poolRows(viewer)}`) : 0,
    byStage,
  }
}

function countRows(read: ReadHandle, viewer: Viewer, condition: string): number {
  const row = statement<{ total: number }>(
    read,
    `SELECT count(*) AS total FROM customer WHERE ${condition}`,
  ).get(viewerValues(viewer))
  return row?.total ?? 0
}

/** All rows, grouped by rank, because the index on it holds all that is needed. */
function countStages(read: ReadHandle): Record<Stage, number> {
  const rows = statement<{ stageRank: number; total: number }>(
    read,
    `SELECT ${stageRankSql} AS stageRank, count(*) AS total FROM customer
     WHERE archived_at IS NULL GROUP BY ${stageRankSql}`,
  ).all()
  const totalOf = (rank: number) => rows.find(({ stageRank }) => stageRank === rank)?.total ?? 0
  return perStage((_, index) => totalOf(index + 1))
}

/** Some rows, in one pass over their index: grouping would sort them. */
function countStagesOf(read: ReadHandle, viewer: Viewer, readable: string): Record<Stage, number> {
  const totals = stages.map((stage) => `count(*) FILTER (WHERE stage = '${stage}') AS ${stage}`)
  const row = statement<Record<Stage, number>>(
    read,
    `SELECT ${totals.join(', ')} FROM customer WHERE archived_at IS NULL AND ${readable}`,
  ).get(viewerValues(viewer))
  return perStage((stage) => row?.[stage] ?? 0)
}

function perStage(countOf: (stage: Stage, index: number) => number): Record<Stage, number> {
  return Object.fromEntries(stages.map((stage, index) => [stage, countOf(stage, index)])) as Record<
    Stage,
    number
  >
}
