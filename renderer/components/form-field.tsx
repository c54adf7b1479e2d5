import { useId } from 'react'
import { useFieldError } from '@renderer/lib/field-error'
import styles from './form-field.module.css'

export type FieldProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
  'aria-required': boolean
  status: 'error' | undefined
}

/**
 * A field with its label above and, under it, the hint or the error. `error` is the schema's message (a key) and is put
 * into words here, so that it follows a switch of language. The child gets id, describing id and status.
 */
export function FormField({
  label,
  error,
  hint,
  required = false,
  mark,
  children,
}: {
  label: React.ReactNode
  error?: string | undefined
  hint?: React.ReactNode
  required?: boolean
  /** A word beside the label, such as "wanted"; not part of the field's name. */
  mark?: string | undefined
  children: (props: FieldProps) => React.ReactNode
}) {
  const id = useId()
  const fieldError = useFieldError()
  const words = fieldError(error)
  const noteId = `${id}-note`
  const note = words ?? hint
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label
          htmlFor={id}
          className={required ? `${styles.label} ${styles.required}` : styles.label}
        >
          {label}
        </label>
        {mark && <span className={styles.mark}>{mark}</span>}
      </div>
      {children({
        id,
        'aria-describedby': note ? noteId : undefined,
        'aria-invalid': words !== null,
        'aria-required': required,
        status: words === null ? undefined : 'error',
      })}
      {note && (
        <div
          id={noteId}
          className={words === null ? styles.hint : styles.error}
          role={words === null ? undefined : 'alert'}
        >
          {note}
        </div>
      )}
    </div>
  )
}
