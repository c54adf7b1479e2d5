import { attachment } from './attachment'
import { contact, contactPoint } from './contact'
import { customField, customValue } from './custom-field'
import { customer } from './customer'
import { notDuplicate } from './duplicate'
import { followUp } from './follow-up'
import { stageChange } from './stage-change'
import { customerTag, tag } from './tag'
import { verification } from './verification'

/** Tables whose every row change is journalled, parents before children. The triggers are generated from this list. */
export const trackedTables = [
  customer,
  tag,
  followUp,
  customerTag,
  contact,
  contactPoint,
  customField,
  customValue,
  attachment,
  verification,
  stageChange,
  notDuplicate,
] as const
