import type { stageChange } from '../schema/stage-change'
import type { verification } from '../schema/verification'
import type { CopiedCustomer } from './copied-customer'

type VerificationRow = typeof verification.$inferSelect
type StageChangeRow = typeof stageChange.$inferSelect

/** What somebody once wrote down about a customer: that a field is true, that the stage changed. */
export type RecordsDifference = {
  verifications: VerificationRow[]
  stageChanges: StageChangeRow[]
}

/** Records of a backup that are not there now. They have no identity of their own: what they say and when tells them apart. */
export function compareRecords(
  copied: RecordsDifference,
  present: Pick<CopiedCustomer, 'verifications' | 'stageChanges'>,
): RecordsDifference {
  return {
    verifications: without(copied.verifications, present.verifications, verificationKey),
    stageChanges: without(copied.stageChanges, present.stageChanges, stageChangeKey),
  }
}

function without<Row>(rows: Row[], others: Row[], keyOf: (row: Row) => string): Row[] {
  const there = new Set(others.map(keyOf))
  return rows.filter((row) => !there.has(keyOf(row)))
}

const verificationKey = ({ field, value, method, at }: VerificationRow) =>
  JSON.stringify([field, value, method, at])
const stageChangeKey = ({ fromStage, toStage, at, createdAt }: StageChangeRow) =>
  JSON.stringify([fromStage, toStage, at, createdAt])
