import { Checkbox, Input, type InputRef } from 'antd'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useFieldArray } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { longestChecklist } from '@shared/features/tasks/tasks.schema'
import { IconButton } from '@renderer/components/icon-button'
import { isComposing, isPlainEnter } from '@renderer/lib/ime'
import styles from './checklist-field.module.css'
import type { TaskFormControl } from './task-form'

/** Lines to tick. Enter begins the next, Backspace in an empty one takes it away, Alt ↑ ↓ moves it. */
export function ChecklistField({ form }: { form: TaskFormControl }) {
  const { t } = useTranslation('tasks')
  const { fields, insert, remove, move, update, append } = useFieldArray({
    control: form.control,
    name: 'checklist',
  })
  const inputs = useRef<(InputRef | null)[]>([])
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current !== null) inputs.current[wanted.current]?.focus()
    wanted.current = null
  })
  const isFull = fields.length >= longestChecklist
  const errors = form.formState.errors.checklist

  function onKey(event: React.KeyboardEvent<HTMLInputElement>, index: number) {
    const value = event.currentTarget.value
    if (event.key === 'Enter' && !isComposing(event) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (!isPlainEnter(event) || value.trim() === '' || isFull) return
      wanted.current = index + 1
      insert(index + 1, { text: '', done: false }, { shouldFocus: false })
    }
    if (event.key === 'Backspace' && value === '' && !isComposing(event)) {
      event.preventDefault()
      wanted.current = Math.max(0, index - 1)
      remove(index)
    }
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0
    const to = index + by
    if (by === 0 || to < 0 || to >= fields.length || isComposing(event)) return
    event.preventDefault()
    if (event.altKey) move(index, to)
    wanted.current = to
    if (!event.altKey) inputs.current[to]?.focus()
  }

  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{t('field.checklist')}</legend>
      {fields.map(({ id, done }, index) => {
        const name = `checklist.${index}.text` as const
        const { ref, onChange, ...field } = form.register(name)
        const isWrong = errors?.[index]?.text !== undefined
        return (
          <div key={id} className={styles.line}>
            <Checkbox
              aria-label={t('checklist.tick', { number: index + 1 })}
              checked={done}
              onChange={({ target }) =>
                update(index, { text: form.getValues(name) ?? '', done: target.checked })
              }
            />
            <Input
              {...field}
              ref={(input) => {
                inputs.current[index] = input
                ref(input?.input ?? null)
              }}
              data-private
              defaultValue={form.getValues(name)}
              status={isWrong ? 'error' : ''}
              aria-label={t('checklist.line', { number: index + 1 })}
              maxLength={200}
              onChange={(event) => void onChange(event)}
              onKeyDown={(event) => onKey(event, index)}
            />
            <IconButton
              icon={X}
              label={t('checklist.remove', { number: index + 1 })}
              onClick={() => remove(index)}
            />
          </div>
        )
      })}
      {!isFull && (
        <button
          type="button"
          className={styles.add}
          onClick={() => {
            wanted.current = fields.length
            append({ text: '', done: false }, { shouldFocus: false })
          }}
        >
          {t('checklist.add')}
        </button>
      )}
    </fieldset>
  )
}
