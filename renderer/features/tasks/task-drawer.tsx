import { zodResolver } from '@hookform/resolvers/zod'
import { Button, ConfigProvider, Drawer, Dropdown, Segmented } from 'antd'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  type TaskFields,
  taskFields,
  type TaskFormValues,
  type TaskItem,
} from '@shared/features/tasks/tasks.schema'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter, isComposing } from '@renderer/lib/ime'
import styles from './task-drawer.module.css'
import { TaskForm } from './task-form'
import { noStart, type TaskStart, valuesOf } from './task-values'
import type { TaskCommands } from './use-task-commands'

type Reach = 'this' | 'onward'

/** A task at the side, new or to edit. Ctrl Enter saves. Of a series one says whether this one alone is meant. */
export function TaskDrawer({
  task,
  customerId = null,
  start = noStart,
  commands,
  onClose,
}: {
  /** Null for a new one. */
  task: TaskItem | null
  /** Whom a new one is about. */
  customerId?: number | null
  /** When a new one is due. */
  start?: TaskStart
  commands: TaskCommands
  onClose: () => void
}) {
  const { t } = useTranslation(['tasks', 'common'])
  const errorText = useErrorText()
  const [problem, setProblem] = useState<unknown>(null)
  const [reach, setReach] = useState<Reach>('this')
  const form = useForm<TaskFormValues, unknown, TaskFields>({
    resolver: zodResolver(taskFields),
    defaultValues: valuesOf(task, customerId, start),
  })
  const repeats = task !== null && task.recurrence !== null
  const readOnly = task !== null && !task.mayWrite
  const save = form.handleSubmit(async (fields) => {
    setProblem(null)
    try {
      if (task === null) await commands.create(fields)
      else
        await commands.update({
          ...{ id: task.id, fields, updatedAt: task.updatedAt },
          reach: repeats ? reach : 'onward',
        })
      onClose()
    } catch (error) {
      setProblem(error)
    }
  })
  const closeAfter = (work: Promise<unknown>) => void work.then(onClose)

  return (
    <Drawer
      open
      size={480}
      title={t(task === null ? 'form.new' : readOnly ? 'form.look' : 'form.edit')}
      onClose={onClose}
      footer={
        readOnly ? null : (
          <div className={styles.footer}>
            {task && <RemoveButton {...{ task, commands, repeats, onClose }} />}
            {task?.doneAt === null && (
              <Button onClick={() => closeAfter(commands.cancel(task))}>{t('form.cancel')}</Button>
            )}
            <span className={styles.space} />
            {task?.doneAt === null && (
              <Button onClick={() => closeAfter(commands.complete(task))}>
                {t('form.complete')}
              </Button>
            )}
            <Button
              type="primary"
              loading={form.formState.isSubmitting && { delay: 200 }}
              onClick={() => void save()}
            >
              {t('common:save')}
            </Button>
          </div>
        )
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={(event) => {
          blockComposingEnter(event)
          const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
          if (isSave && !isComposing(event)) void save()
        }}
      >
        <ConfigProvider componentDisabled={readOnly}>
          {repeats && !readOnly && (
            <Segmented<Reach>
              block
              aria-label={t('form.reach')}
              value={reach}
              options={[
                { value: 'this', label: t('form.this') },
                { value: 'onward', label: t('form.onward') },
              ]}
              onChange={setReach}
            />
          )}
          <TaskForm form={form} task={task} keepsRule={repeats && reach === 'this'} />
        </ConfigProvider>
        {problem !== null && <Note tone="error">{errorText(problem)}</Note>}
      </form>
    </Drawer>
  )
}

function RemoveButton({
  task,
  repeats,
  commands,
  onClose,
}: {
  task: TaskItem
  repeats: boolean
  commands: TaskCommands
  onClose: () => void
}) {
  const { t } = useTranslation('tasks')
  const remove = (reach: Reach) => void commands.remove(task, reach).then(onClose)
  const icon = <Trash2 size={16} strokeWidth={1.6} aria-hidden />
  if (!repeats)
    return (
      <Button icon={icon} onClick={() => remove('onward')}>
        {t('form.delete')}
      </Button>
    )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'this', label: t('form.deleteThis') },
          { key: 'onward', label: t('form.deleteOnward') },
        ],
        onClick: ({ key }) => remove(key === 'this' ? 'this' : 'onward'),
      }}
    >
      <Button icon={icon}>{t('form.delete')}</Button>
    </Dropdown>
  )
}
