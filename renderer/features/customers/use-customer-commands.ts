import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteInput } from '@shared/contract'
import type { Tier } from '@shared/features/customers/customers.enums'
import { useAttempt } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

type StageMove = Omit<RouteInput<'customers.setStage'>, 'ids'>

/**
 * The quick changes of one or many customers. Each says what it did and offers 撤销; a failure says why. They answer
 * whether it worked.
 */
export function useCustomerCommands() {
  const { t } = useTranslation('customers')
  const attempt = useAttempt()

  return useMemo(
    () => ({
      setStage: (ids: number[], move: StageMove) =>
        attempt(async () => {
          const { changed } = await request('customers.setStage', { ids, ...move })
          return t('toast.stage', { count: changed })
        }),
      moveStage: (input: RouteInput<'lifecycle.move'>) =>
        attempt(async () => {
          const { changed } = await request('lifecycle.move', input)
          return t('toast.stage', { count: changed })
        }),
      setTier: (ids: number[], tier: Tier) =>
        attempt(async () => {
          await request('customers.setTier', { ids, tier })
          return t('toast.tier')
        }),
      archive: (ids: number[]) =>
        attempt(async () => {
          const { changed } = await request('customers.archive', { ids })
          return t('toast.archived', { count: changed })
        }),
      unarchive: (ids: number[]) =>
        attempt(async () => {
          const { changed } = await request('customers.unarchive', { ids })
          return t('toast.unarchived', { count: changed })
        }),
      remove: (ids: number[]) =>
        attempt(async () => {
          const { changed } = await request('customers.delete', { ids })
          return t('toast.removed', { count: changed })
        }),
      restore: (ids: number[]) =>
        attempt(async () => {
          const { changed } = await request('customers.restore', { ids })
          return t('toast.restored', { count: changed })
        }),
      transfer: (ids: number[], owner: { id: number; name: string }) =>
        attempt(async () => {
          const { changed } = await request('customers.transfer', { ids, ownerId: owner.id })
          return t('toast.transferred', { count: changed, name: owner.name })
        }),
      release: (ids: number[]) =>
        attempt(async () => {
          const { changed } = await request('customers.release', { ids })
          return t('toast.released', { count: changed })
        }),
      claim: (ids: number[]) =>
        attempt(async () => {
          const { changed } = await request('customers.claim', { ids })
          return t('toast.claimed', { count: changed })
        }),
      completeNext: (followUpId: number) =>
        attempt(async () => {
          await request('follow-ups.completeNext', { id: followUpId })
          return t('toast.nextDone')
        }),
    }),
    [t, attempt],
  )
}
