/** Where a task stands (R074). `waiting`: for somebody else. */
export const taskStatuses = ['open', 'waiting', 'done', 'cancelled'] as const
export type TaskStatus = (typeof taskStatuses)[number]

export const taskPriorities = ['high', 'normal', 'low'] as const
export type TaskPriority = (typeof taskPriorities)[number]

/** Where a task came from: a person, a rule, or a calendar file. */
export const taskSources = ['person', 'automation', 'calendar-file'] as const
export type TaskSource = (typeof taskSources)[number]

/** One line of the checklist of a task. */
export type ChecklistItem = { text: string; done: boolean }
