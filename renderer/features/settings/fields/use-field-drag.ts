import { useState } from 'react'

export type DragTarget = { id: number; after: boolean }

/** Dragging a row by the pointer: which one is under way, and where it would land. */
export function useFieldDrag(onDrop: (id: number, target: DragTarget) => void) {
  const [moving, setMoving] = useState<number | null>(null)
  const [target, setTarget] = useState<DragTarget | null>(null)
  const end = () => {
    setMoving(null)
    setTarget(null)
  }
  return {
    of: (id: number) => ({
      moving: moving === id,
      edge: target?.id === id && moving !== id ? (target.after ? 'after' : 'before') : null,
      props: {
        draggable: true,
        onDragStart: (event: React.DragEvent) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', '')
          setMoving(id)
        },
        onDragOver: (event: React.DragEvent) => {
          if (moving === null) return
          event.preventDefault()
          const box = event.currentTarget.getBoundingClientRect()
          setTarget({ id, after: event.clientY > box.top + box.height / 2 })
        },
        onDrop: (event: React.DragEvent) => {
          event.preventDefault()
          if (moving !== null && target !== null) onDrop(moving, target)
          end()
        },
        onDragEnd: end,
      },
    }),
  }
}

export type FieldDrag = ReturnType<ReturnType<typeof useFieldDrag>['of']>
