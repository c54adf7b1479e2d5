import {
  type CustomerFields,
  type CustomerFormValues,
  customerInput,
} from '@shared/features/customers/customers.schema'

/** Form values of an invented company; what a test is about is given, the rest is plain. */
export function customerForm(values: Partial<CustomerFormValues> = {}): CustomerFormValues {
  return { kind: 'company', name: '云岫示例科技有限公司', ...values }
}

/** The same, parsed by the contract's schema. */
export function customerFieldsOf(values: Partial<CustomerFormValues> = {}): CustomerFields {
  return customerInput.parse(customerForm(values))
}
