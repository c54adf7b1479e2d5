import { useTranslation } from 'react-i18next'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { useAttempt } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { dropField, type FieldPlace, isSameOrder, moveField, placesOf } from './field-order.rules'
import type { DragTarget } from './use-field-drag'

/** What the list of fields does by itself; each can be taken back. */
export function useFieldCommands(active: readonly CustomField[]) {
  const { t } = useTranslation('custom-fields')
  const attempt = useAttempt()
  const run = (work: () => Promise<unknown>, text: string) => attempt(() => work().then(() => text))
  const places = placesOf(active)
  const reorder = async (order: readonly FieldPlace[]) => {
    if (isSameOrder(order, places)) return
    await run(() => request('custom-fields.reorder', { order: [...order] }), t('toast.moved'))
  }
  return {
    move: (id: number, step: -1 | 1) => reorder(moveField(places, id, step)),
    drop: (id: number, target: DragTarget) => void reorder(dropField(places, id, target)),
    archive: ({ id, name }: CustomField) =>
      run(() => request('custom-fields.archive', { id }), t('toast.archived', { name })),
    unarchive: ({ id, name }: CustomField) =>
      run(() => request('custom-fields.unarchive', { id }), t('toast.restored', { name })),
  }
}
