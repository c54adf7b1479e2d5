import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { attachment } from './attachment'
import { automationRun } from './automation'
import { behavior } from './behavior'
import { contact, contactPoint } from './contact'
import { customValue } from './custom-field'
import { deadline } from './deadline'
import { notDuplicate } from './duplicate'
import { followUp } from './follow-up'
import { notice } from './notice'
import { serviceCase } from './service-case'
import { stageChange } from './stage-change'
import { customerTag } from './tag'
import { task } from './task'
import { verification } from './verification'

/**
 * Journalled tables whose rows belong to one customer by `customer_id`, children before what they point at. Erasing, audit, undo and
 * merge go by this list: a new table of a customer is named here and nowhere else.
 */
export const customerChildren = [
  attachment,
  followUp,
  task,
  serviceCase,
  behavior,
  deadline,
  automationRun,
  notice,
  customerTag,
  contactPoint,
  contact,
  customValue,
  verification,
  stageChange,
  notDuplicate,
] as const

/** The same as names of the database. */
export const customerChildNames = customerChildren.map((table) => getTableConfig(table).name)
