import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'

export type MoveTo = { date: string; minutes?: number | null }
export type Move = (item: CalendarItem, to: MoveTo) => Promise<void>

const routes = { task: 'calendar.moveTask', 'next-step': 'calendar.moveStep' } as const

/** Moves a task or a next step, says where it stands now, and offers 撤销. */
export function useMove(): Move {
  const { t } = useTranslation('calendar')
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const format = useFormat()
  return useCallback(
    async ({ kind, id, movable }, to) => {
      if (!movable || kind === 'birthday') return
      try {
        const { at } = await request(routes[kind], { id, ...to })
        undoToast(t(`moved.${kind}`, { when: format.day(at) }))
      } catch (error) {
        errorToast(error)
      }
    },
    [t, undoToast, errorToast, format],
  )
}

export type Dragged = { item: CalendarItem; from: string }

/** Dragging by the pointer: what is under way, over which place, and what dropping there does. */
export function useDrag(move: Move) {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  return {
    /** For what is dragged. */
    of: (item: CalendarItem, from: string) => ({
      draggable: item.movable,
      onDragStart: (event: React.DragEvent) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
        setDragged({ item, from })
      },
      onDragEnd: end,
    }),
    /** For a place to drop it: a day, or an hour of it. */
    to: (place: string, target: (item: CalendarItem) => MoveTo) => ({
      'data-over': (dragged !== null && over === place) || undefined,
      onDragOver: (event: React.DragEvent) => {
        if (dragged === null) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        if (over !== place) setOver(place)
      },
      onDrop: (event: React.DragEvent) => {
        event.preventDefault()
        if (dragged === null) return
        const to = target(dragged.item)
        const stays =
          to.date === dragged.from && (to.minutes ?? dragged.item.minutes) === dragged.item.minutes
        if (!stays || to.minutes === null) void move(dragged.item, to)
        end()
      },
    }),
  }
}
export type Drag = ReturnType<typeof useDrag>
