/** What stands on the board: the next step of a follow-up, or a task (R070, R074). */
export const todayKinds = ['step', 'task'] as const

/** Groups of the board, in their order. `waiting`: tasks that wait for somebody else. */
export const todayGroups = ['overdue', 'today', 'week', 'waiting'] as const
export type TodayGroup = (typeof todayGroups)[number]
