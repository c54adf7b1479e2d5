import { Button, Input, Select } from 'antd'
import { useEffect, useRef } from 'react'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { decisionRoles } from '@shared/features/contacts/contacts.enums'
import type { ContactInput } from '@shared/features/contacts/contacts.schema'
import { FormField } from '@renderer/components/form-field'
import { Kbd } from '@renderer/components/kbd'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter, isComposing } from '@renderer/lib/ime'
import styles from './contact-form.module.css'
import type { Place } from './contact-store'
import type { EditorStart } from './editor-values'
import { PointsEditor } from './points-editor'
import { useContactEditor } from './use-contact-editor'

/**
 * The editor in the place of what it is about. Ctrl Enter or the button saves, Esc closes and keeps the draft; of the customer itself
 * only the numbers are shown.
 */
export function ContactForm({
  onDiscard,
  onClose,
  ...options
}: {
  customerId: number
  place: Place
  start: EditorStart
  onSaved: (values: ContactInput) => void
  /** Throws away what was typed. */
  onDiscard: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('contacts')
  const errorText = useErrorText()
  const { place } = options
  const { form, problem, hadDraft, stale, save, takeTheirs, keepMine } = useContactEditor(options)
  const { control, formState } = form
  const isOwn = place === 'own'
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => element.current?.scrollIntoView({ block: 'nearest' }), [])

  return (
    <form
      ref={element}
      className={styles.form}
      aria-label={t(isOwn ? 'form.own' : place === 'new' ? 'form.new' : 'form.edit')}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDownCapture={(event) => {
        // Before a field of choices takes Enter for itself.
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
        event.preventDefault()
        event.stopPropagation()
        void save()
      }}
      onKeyDown={(event) => {
        blockComposingEnter(event)
        if (event.key !== 'Escape' || isComposing(event) || event.defaultPrevented) return
        event.stopPropagation()
        if (!isListOpen(event.target)) onClose()
      }}
    >
      {!isOwn && (
        <div className={styles.fields}>
          {(['name', 'position', 'department'] as const).map((name) => (
            <Controller
              key={name}
              control={control}
              name={name}
              render={({ field: { value, ...field }, fieldState }) => (
                <FormField
                  label={t(`field.${name}`)}
                  required={name === 'name'}
                  error={fieldState.error?.message}
                >
                  {(props) => (
                    <Input
                      {...field}
                      {...props}
                      value={value ?? ''}
                      autoFocus={name === 'name'}
                      autoComplete="off"
                    />
                  )}
                </FormField>
              )}
            />
          ))}
          <Controller
            control={control}
            name="decisionRole"
            render={({ field: { ref: _ref, value, onChange, onBlur } }) => (
              <FormField label={t('field.decisionRole')}>
                {(props) => (
                  <Select
                    {...props}
                    allowClear
                    value={value ?? undefined}
                    onBlur={onBlur}
                    onChange={(next?: typeof value) => onChange(next ?? null)}
                    options={decisionRoles.map((role) => ({
                      value: role,
                      label: t(`role.${role}`),
                    }))}
                  />
                )}
              </FormField>
            )}
          />
        </div>
      )}
      <PointsEditor control={control} isAlone={isOwn} />
      {!isOwn && (
        <Controller
          control={control}
          name="notes"
          render={({ field: { value, ...field }, fieldState }) => (
            <FormField label={t('field.notes')} error={fieldState.error?.message}>
              {(props) => (
                <Input.TextArea
                  {...field}
                  {...props}
                  value={value ?? ''}
                  autoSize={{ minRows: 1, maxRows: 6 }}
                />
              )}
            </FormField>
          )}
        />
      )}
      {problem !== null && (
        <Note tone="error">
          <span className={styles.problem}>
            {errorText(problem)}
            {stale && (
              <>
                <Button size="small" onClick={() => void takeTheirs()}>
                  {t('form.takeTheirs')}
                </Button>
                <Button size="small" onClick={() => void keepMine()}>
                  {t('form.keepMine')}
                </Button>
              </>
            )}
          </span>
        </Note>
      )}
      <footer className={styles.foot}>
        {hadDraft && <span className={styles.hint}>{t('form.draft')}</span>}
        {hadDraft && (
          <Button type="text" onClick={onDiscard}>
            {t('form.discard')}
          </Button>
        )}
        <Button onClick={onClose}>{t('common:close')}</Button>
        <Button type="primary" htmlType="submit" loading={formState.isSubmitting}>
          {t('common:save')}
          <Kbd keys="mod+enter" joined />
        </Button>
      </footer>
    </form>
  )
}

/** Esc closes the open list of a field first, and the editor with the next one. */
function isListOpen(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute('aria-expanded') === 'true'
}
