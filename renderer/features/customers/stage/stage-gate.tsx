import type { RouteOutput } from '@shared/contract'
import type { Stage } from '@shared/features/customers/customers.enums'
import type { GateFill, GateMore } from './gate-answer'
import { GateFields } from './gate-fields'
import { GateList } from './gate-list'

type Check = RouteOutput<'lifecycle.check'>

/** What a stage asks for and is not there: fields to fill in for one customer, names for many. */
export function StageGate({
  ids,
  stage,
  check,
  onMove,
  onFill,
}: {
  ids: number[]
  stage: Stage
  check: Check
  /** Moves these customers as they are. */
  onMove: (ids: number[]) => Promise<void>
  /** Moves the only one, with what was filled in. */
  onFill: (id: number, fill: GateFill, more: GateMore) => Promise<void>
}) {
  const [only] = check.missing
  return ids.length === 1 && only ? (
    <GateFields
      stage={stage}
      missing={only.fields}
      custom={only.custom}
      onSave={(fill, more) => onFill(only.id, fill, more)}
    />
  ) : (
    <GateList ids={ids} stage={stage} check={check} onMove={onMove} />
  )
}
