import { create } from 'zustand'
import { onBookClosed } from '@renderer/lib/book-closed'

export type TaskView = {
  state: 'open' | 'waiting' | 'closed'
  /** Whose: one’s own, everybody’s, or those of one person. */
  whose: 'mine' | 'all' | number
  text: string
}

const first: TaskView = { state: 'open', whose: 'mine', text: '' }

/** What the page of tasks shows; kept while the book is open. */
export const useTaskStore = create<{ view: TaskView; change: (part: Partial<TaskView>) => void }>()(
  (set) => ({
    view: first,
    change: (part) => set(({ view }) => ({ view: { ...view, ...part } })),
  }),
)

onBookClosed(() => useTaskStore.setState({ view: first }))
