import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '@shared/core/permissions'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import { ErrorState } from '@renderer/components/error-state'
import { useUndoToast } from '@renderer/lib/announce'
import { CustomerForm, drawerWidth } from './customer-form'
import { newCustomerValues } from './form-values'
import { loadForm } from './load-form'
import type { FormStart } from './use-customer-form'

/** Creates (id null) or edits a customer in a drawer at the side. */
export function CustomerDrawer({
  id,
  name,
  draft,
  focus,
  onClose,
  onCreated,
}: {
  id: number | null
  /** Name to begin a new customer with. */
  name: string
  /** Goes on with what was read from a card. */
  draft?: 'card' | undefined
  /** Field that the form begins at. */
  focus?: keyof CustomerFormValues | undefined
  onClose: () => void
  onCreated?: (id: number) => void
}) {
  const { t } = useTranslation('customers')
  const undoToast = useUndoToast()
  const [loaded, setLoaded] = useState<{ start: FormStart; relation: Relation } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [round, setRound] = useState(0)

  useEffect(() => {
    if (id === null) return
    let wanted = true
    loadForm(id).then(
      ({ relation, ...start }) => wanted && setLoaded({ start: { id, start }, relation }),
      (reason: unknown) => wanted && setError(reason),
    )
    return () => {
      wanted = false
    }
  }, [id, round])

  const form =
    id === null
      ? {
          start: {
            id,
            draft,
            start: {
              values: { ...newCustomerValues(), name, custom: {}, points: [] },
              updatedAt: null,
            },
          },
          relation: 'own' as const,
        }
      : loaded
  if (!form)
    return (
      <Drawer open size={drawerWidth} title={t('form.editTitle')} onClose={onClose}>
        {error !== null && (
          <ErrorState
            error={error}
            onRetry={() => {
              setError(null)
              setRound(round + 1)
            }}
          />
        )}
      </Drawer>
    )
  return (
    <CustomerForm
      {...form}
      focus={focus}
      onClose={onClose}
      onSaved={(saved, code) => {
        undoToast(id === null ? t('toast.created', { code }) : t('toast.saved'))
        onClose()
        if (id === null) onCreated?.(saved)
      }}
    />
  )
}
