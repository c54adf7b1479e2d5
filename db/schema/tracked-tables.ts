import { customer } from './customer'
import { followUp } from './follow-up'
import { customerTag, tag } from './tag'

/** Tables whose every row change is journalled, parents before children. The triggers are generated from this list. */
export const trackedTables = [customer, tag, followUp, customerTag] as const
