import { z } from 'zod'
import { requiredText } from '@shared/core/schemas'
import { bookName, type GrantedFolder } from '@shared/features/vault/vault.schema'
import { checkPair, passwordPair } from '@renderer/components/new-password-form'

export const steps = ['book', 'owner', 'key', 'confirm', 'backup'] as const
export type Step = (typeof steps)[number]

/** What the first steps gathered; the password is never kept here. */
export type Draft = { bookName: string; folder: GrantedFolder | null; ownerName: string }

export const bookForm = z.strictObject({ bookName })

/** Name and password of the owner; neither name may be in the password (R093). */
export function makeOwnerForm(business: string) {
  return z
    .strictObject({ ownerName: requiredText(50), ...passwordPair })
    .superRefine((value, context) => checkPair(value, [value.ownerName, business], context))
}
