import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
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
  onClose,
  onCreated,
}: {
  id: number | null
  /** Name to begin a new customer with. */
  name: string
  onClose: () => void
  onCreated?: (id: number) => void
}) {
  const { t } = useTranslation('customers')
  const undoToast = useUndoToast()
  const [loaded, setLoaded] = useState<FormStart | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [round, setRound] = useState(0)

  useEffect(() => {
    if (id === null) return
    let wanted = true
    loadForm(id).then(
      (start) => wanted && setLoaded({ id, start }),
      (reason: unknown) => wanted && setError(reason),
    )
    return () => {
      wanted = false
    }
  }, [id, round])

  const start: FormStart | null =
    id === null
      ? { id: null, start: { values: { ...newCustomerValues(), name }, updatedAt: null } }
      : loaded
  if (!start)
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
      start={start}
      onClose={onClose}
      onSaved={(saved, code) => {
        undoToast(id === null ? t('toast.created', { code }) : t('toast.saved'))
        onClose()
        if (id === null) onCreated?.(saved)
      }}
    />
  )
}
