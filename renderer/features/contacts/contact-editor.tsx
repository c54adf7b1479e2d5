import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import { ErrorState } from '@renderer/components/error-state'
import { useUndoToast } from '@renderer/lib/announce'
import { coverText, usePrivacy } from '@renderer/lib/privacy'
import { ContactForm } from './contact-form'
import { closeEditor, dropContactDraft, type Place } from './contact-store'
import { type EditorStart, loadEditor } from './editor-values'

/** Reads what is to be edited and shows the form; says what was saved and offers 撤销. */
export function ContactEditor({ customerId, place }: { customerId: number; place: Place }) {
  const { t } = useTranslation('contacts')
  const covered = usePrivacy()
  const undoToast = useUndoToast()
  const [start, setStart] = useState<EditorStart | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [round, setRound] = useState(0)

  useEffect(() => {
    let wanted = true
    loadEditor(customerId, place).then(
      (found) => {
        if (!wanted) return
        if (found) setStart(found)
        else setError(new AppError('contacts.not-found'))
      },
      (reason: unknown) => wanted && setError(reason),
    )
    return () => {
      wanted = false
    }
  }, [customerId, place, round])

  const again = () => {
    setError(null)
    setStart(null)
    setRound(round + 1)
  }
  if (error !== null) return <ErrorState error={error} onRetry={again} />
  if (!start) return null
  return (
    <ContactForm
      key={round}
      {...{ customerId, place, start }}
      onClose={closeEditor}
      onDiscard={() => {
        dropContactDraft(customerId)
        again()
      }}
      onSaved={({ name }) => {
        closeEditor()
        const key = place === 'own' ? 'own' : place === 'new' ? 'added' : 'saved'
        undoToast(t(`toast.${key}`, { name: covered ? coverText(name) : name }))
      }}
    />
  )
}
