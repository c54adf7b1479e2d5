import type { CustomerKind } from '@shared/features/customers/customers.enums'
import type { CustomerRights } from '../customer-rights'
import type { CustomerControl } from './form-fields'
import type { KindField } from './form-values'

/** What every section of the form gets. */
export type SectionProps = {
  /** Of its element, for the menu of the form. */
  id: string
  control: CustomerControl
  rights: CustomerRights
  kind: CustomerKind
  /** Whether a field of one kind stands there. */
  has: (name: KindField) => boolean
}
