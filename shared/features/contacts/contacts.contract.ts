import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none, rowId } from '@shared/core/schemas'
import { contactInput, contactView, mostPoints, pointInputs, pointView } from './contacts.schema'

const changed = ['contacts', 'customers', 'history'] as const
const base = { home: 'data' } as const
const writing = { ...base, permission: 'customers.write', invalidates: changed } as const
const ofCustomer = { customerId: rowId } as const

/** People at a customer and every further way to reach it; all of it belongs to the field group `contact` (R084). */
export const contactsContract = {
  /** Empty for those from whom contact details are kept. */
  'contacts.list': query({
    ...base,
    permission: 'customers.read',
    input: z.strictObject(ofCustomer),
    output: z.strictObject({
      /** In the order of the page. */
      contacts: z.array(contactView),
      /** Of the customer itself, beside its main phone and e-mail. */
      points: z.array(pointView),
      /** Newest change of these, for `contacts.setPoints`; null when there is none. */
      pointsUpdatedAt: instant.nullable(),
    }),
  }),
  'contacts.create': command({
    ...writing,
    input: z.strictObject({ ...ofCustomer, fields: contactInput }),
    output: z.strictObject({ id: rowId }),
    undoable: true,
  }),
  /** `updatedAt` is the value that the editor was opened with; a newer row is refused, not overwritten. */
  'contacts.update': command({
    ...writing,
    input: z.strictObject({ ...ofCustomer, id: rowId, updatedAt: instant, fields: contactInput }),
    output: z.strictObject({ updatedAt: instant }),
    undoable: true,
  }),
  'contacts.delete': command({
    ...writing,
    input: z.strictObject({ ...ofCustomer, id: rowId }),
    output: none,
    undoable: true,
  }),
  /** All people of the customer in their new order. */
  'contacts.reorder': command({
    ...writing,
    input: z.strictObject({ ...ofCustomer, ids: z.array(rowId).min(1).max(1000) }),
    output: none,
    undoable: true,
  }),
  /** Replaces the further numbers of the customer itself; those that are not named go. */
  'contacts.setPoints': command({
    ...writing,
    input: z.strictObject({
      ...ofCustomer,
      pointsUpdatedAt: instant.nullable(),
      points: pointInputs,
    }),
    output: none,
    undoable: true,
  }),
  /** Whole numbers for 30 s on screen or for the editor: a sensitive read, hence a command with an audit line (R087, R089). */
  'contacts.reveal': command({
    ...base,
    permission: 'customers.read',
    input: z.strictObject({ ...ofCustomer, pointIds: z.array(rowId).min(1).max(mostPoints) }),
    output: z.strictObject({
      points: z.array(z.strictObject({ id: rowId, raw: z.string() })),
    }),
    invalidates: ['audit'],
  }),
} as const
