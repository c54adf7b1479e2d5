import { createContext, useContext } from 'react'
import type { CustomerKind } from '@shared/features/customers/customers.enums'

/** What is typed of a customer so far, as other features may have a word to say about it. */
export type CustomerDraftFields = {
  /** The customer that is edited; null for a new one. */
  id: number | null
  kind: CustomerKind
  name: string
  contactPerson: string
  phones: string[]
  emails: string[]
  creditCode: string
}

const Advice = createContext<(draft: CustomerDraftFields) => React.ReactNode>(() => null)

/** Gives every customer form below it something to say about what is typed. */
export const DraftAdviceProvider = Advice.Provider

/** What stands beside a customer form while it is filled in. */
export function useDraftAdvice(): (draft: CustomerDraftFields) => React.ReactNode {
  return useContext(Advice)
}
