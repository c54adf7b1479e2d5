import { Input, type InputRef, Segmented, Select } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '@shared/contract'
import { useShortcut } from '@renderer/lib/use-shortcut'
import styles from './task-filters.module.css'
import { type TaskView, useTaskStore } from './task-store'

const states = ['open', 'waiting', 'closed'] as const

/** Which tasks: still to do, waiting for somebody, closed; whose; and with which words in them. */
export function TaskFilters({
  people: { people, me },
}: {
  people: RouteOutput<'tasks.listPeople'>
}) {
  const { t } = useTranslation('tasks')
  const { view, change } = useTaskStore()
  const field = useRef<InputRef>(null)
  useShortcut('/', () => field.current?.focus())
  const others = people.filter(({ id }) => id !== me)
  return (
    <div className={styles.row} data-region tabIndex={-1}>
      <Segmented
        size="small"
        aria-label={t('filter.state')}
        value={view.state}
        options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state) => change({ state })}
      />
      <Select<TaskView['whose']>
        size="small"
        className={styles.whose}
        aria-label={t('filter.whose')}
        value={view.whose}
        options={[
          { value: 'mine', label: t('filter.mine') },
          { value: 'all', label: t('filter.all') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(whose) => change({ whose })}
      />
      <Input
        ref={field}
        size="small"
        allowClear
        className={styles.text}
        value={view.text}
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        onChange={(event) => change({ text: event.target.value })}
      />
    </div>
  )
}
