import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { FormDialog } from '@renderer/components/form-dialog'
import { SecretField } from './secret-field'
import { secretForm } from './security-forms'

/** Asks for one's password before something that a person who passes by must not do. */
export function SecretDialog({
  title,
  lead,
  action,
  busy,
  error,
  onSubmit,
  onClose,
}: {
  title: string
  lead: string
  action: string
  busy: boolean
  error: unknown
  onSubmit: (password: string) => void
  onClose: () => void
}) {
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(secretForm),
    defaultValues: { password: '' },
  })
  const submit = handleSubmit(({ password }) => onSubmit(password))
  return (
    <FormDialog
      title={title}
      lead={lead}
      action={action}
      busy={busy}
      error={error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SecretField control={control} />
    </FormDialog>
  )
}
