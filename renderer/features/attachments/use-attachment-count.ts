import { useRouteQuery } from '@renderer/lib/client'

/** How many files a customer has; null while that is not known. */
export function useAttachmentCount(customerId: number): number | null {
  const { data } = useRouteQuery('attachments.list', { customerId })
  return data?.items.length ?? null
}
