import type { DragEvent } from 'react'
import { itemRef, type ItemRef } from '@shared/features/today/today.schema'

/** Own type, so that nothing dragged in from elsewhere is taken for an item. */
const type = 'application/x-kebu-item'

/** Puts a row on its way; names stay out of what other programs could read. */
export function startDrag(event: DragEvent, { kind, id }: ItemRef): void {
  event.dataTransfer.setData(type, JSON.stringify({ kind, id }))
  event.dataTransfer.effectAllowed = 'move'
}

/** What a place that takes rows has to listen to. */
export function dropTarget(onDrop: (ref: ItemRef) => void, onHover: (isOver: boolean) => void) {
  const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(type)
  return {
    onDragOver(event: DragEvent) {
      if (!isOurs(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      onHover(true)
    },
    onDragLeave: () => onHover(false),
    onDrop(event: DragEvent) {
      onHover(false)
      if (!isOurs(event)) return
      event.preventDefault()
      const ref = itemRef.safeParse(JSON.parse(event.dataTransfer.getData(type) || 'null'))
      if (ref.success) onDrop(ref.data)
    },
  }
}
