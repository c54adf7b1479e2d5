import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AppError } from '@shared/core/errors'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { routeKey } from './route-keys'

/** A vault action that answers with the new state (null: cancelled); the state is shown at once. */
export function useVaultCommand<I>(action: (input: I) => Promise<VaultState | null>) {
  const client = useQueryClient()
  return useMutation<VaultState | null, AppError, I>({
    mutationFn: action,
    onSuccess: (state) => {
      if (state) client.setQueryData(routeKey('vault.getState', {}), state)
    },
  })
}
