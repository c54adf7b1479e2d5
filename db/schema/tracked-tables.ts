import { attachment } from './attachment'
import { automationRule, automationRun } from './automation'
import { behavior } from './behavior'
import { contact, contactPoint } from './contact'
import { customField, customValue } from './custom-field'
import { customer } from './customer'
import { deadline } from './deadline'
import { notDuplicate } from './duplicate'
import { followUp } from './follow-up'
import { holiday } from './holiday'
import { notice } from './notice'
import { phrase } from './phrase'
import { serviceCase } from './service-case'
import { stageChange } from './stage-change'
import { customerTag, tag } from './tag'
import { task } from './task'
import { verification } from './verification'

/** Tables whose every row change is journalled, parents before children. The triggers are generated from this list. */
export const trackedTables = [
  customer,
  tag,
  contact,
  contactPoint,
  followUp,
  customerTag,
  customField,
  customValue,
  attachment,
  verification,
  stageChange,
  notDuplicate,
  task,
  serviceCase,
  behavior,
  deadline,
  automationRule,
  automationRun,
  notice,
  holiday,
  phrase,
] as const
