import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkedArea } from '@renderer/components/marked-area'
import styles from './follow-up-form.module.css'
import { SlashMenu } from './slash-menu'
import type { NextStepState } from './use-next-step'
import type { useSlash } from './use-slash'

/** What was said: dates ahead are marked, `/` offers phrases, files that are pasted come with the entry. */
export function EntryText({
  field,
  value,
  step,
  slash,
  error,
  onTab,
  onFiles,
}: {
  field: React.RefObject<HTMLTextAreaElement | null>
  value: string
  step: Pick<NextStepState, 'dates' | 'write'>
  slash: ReturnType<typeof useSlash>
  error: string | null
  /** Takes what is offered; null while nothing is, when Tab goes on to the next field. */
  onTab: (() => void) | null
  /** null where none may be added. */
  onFiles: ((files: readonly File[]) => void) | null
}) {
  const { t } = useTranslation('follow-ups')
  const id = useId()
  const [errorId, menuId] = [`${id}-error`, `${id}-menu`]
  return (
    <div className={styles.text}>
      <MarkedArea
        ref={field}
        value={value}
        marks={step.dates.slice(0, 2)}
        autoFocus
        placeholder={t('composer.placeholder')}
        aria-label={t('composer.content')}
        aria-invalid={error !== null}
        aria-describedby={error ? errorId : undefined}
        aria-controls={slash.isOpen ? menuId : undefined}
        aria-activedescendant={
          slash.isOpen && slash.active >= 0 ? `${menuId}-${slash.active}` : undefined
        }
        onChange={(text, cursor) => {
          step.write(text)
          slash.read(text, cursor)
        }}
        onKeyDown={(event) => {
          slash.onKeyDown(event)
          if (event.defaultPrevented || event.key !== 'Tab' || event.shiftKey || !onTab) return
          event.preventDefault()
          onTab()
        }}
        onBlur={slash.close}
        onPaste={(event) => {
          const { clipboardData } = event
          if (!onFiles || clipboardData.files.length === 0) return
          if (clipboardData.types.includes('text/plain')) return
          event.preventDefault()
          onFiles([...clipboardData.files])
        }}
      />
      {slash.isOpen && (
        <SlashMenu
          id={menuId}
          phrases={slash.found}
          isAny={slash.isAny}
          active={slash.active}
          onPick={slash.pick}
        />
      )}
      {error && (
        <div id={errorId} className={styles.error} role="alert">
          {error}
        </div>
      )}
    </div>
  )
}
