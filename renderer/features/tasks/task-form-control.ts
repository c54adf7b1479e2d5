import type { UseFormReturn } from 'react-hook-form'
import type { TaskFields, TaskFormValues } from '@shared/features/tasks/tasks.schema'

/** The form of a task, as its fields get it. */
export type TaskFormControl = UseFormReturn<TaskFormValues, unknown, TaskFields>
