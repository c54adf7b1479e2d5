export const taskErrorCodes = [
  'tasks.assignee-gone',
  'tasks.contact-elsewhere',
  'tasks.changed-meanwhile',
  'tasks.progress-by-checklist',
  'tasks.file-too-large',
  'tasks.not-a-calendar',
  'tasks.too-many-entries',
  'tasks.file-gone',
] as const
export type TaskErrorCode = (typeof taskErrorCodes)[number]
