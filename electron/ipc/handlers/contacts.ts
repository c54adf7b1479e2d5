import { revealPoints, setCustomerPoints } from '@db/repositories/contact-points'
import {
  createContact,
  deleteContact,
  listContacts,
  reorderContacts,
  updateContact,
} from '@db/repositories/contacts'
import type { HandlersOf } from './types'

export const contactsHandlers = {
  'contacts.list': listContacts,
  'contacts.create': createContact,
  'contacts.update': updateContact,
  'contacts.delete': deleteContact,
  'contacts.reorder': reorderContacts,
  'contacts.setPoints': setCustomerPoints,
  'contacts.reveal': revealPoints,
} satisfies HandlersOf<'contacts'>
