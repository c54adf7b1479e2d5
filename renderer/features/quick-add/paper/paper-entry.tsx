import { Button } from 'antd'
import { Fragment, useEffect, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { NewCustomerValues } from '@shared/features/customers/customers.schema'
import { batchFields, listPaperFields } from '@shared/features/quick-add/paper.rules'
import { Kbd } from '@renderer/components/kbd'
import { NewPoints } from '@renderer/components/new-points'
import { Note } from '@renderer/components/note'
import { PageHeader } from '@renderer/components/page-header'
import { useErrorText } from '@renderer/lib/error-text'
import { isPlainEnter } from '@renderer/lib/ime'
import { useRights } from '@renderer/lib/use-rights'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { PaperField } from './paper-field'
import { focusField, nextField } from './paper-focus'
import styles from './paper-page.module.css'
import { PaperSaved } from './paper-saved'
import { usePaperStore } from './paper-store'
import { usePaperForm } from './use-paper-form'

export type PaperSlots = {
  /** Opens a saved customer for a correction. */
  editor: (id: number, onClose: () => void) => React.ReactNode
  /** A remark under the name: customers that look the same. */
  duplicates: (typed: NewCustomerValues) => React.ReactNode
}

/**
 * Paper forms one after the other by the keyboard alone (R053): Enter goes to the next field, after the last it saves and begins the
 * next record; source, first contact and kind stay. Esc leaves; what was typed comes back.
 */
export function PaperEntry({ editor, duplicates }: PaperSlots) {
  const { t } = useTranslation('quick-add')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const { allowed, level } = useRights()
  const body = useRef<HTMLFormElement>(null)
  const [edited, setEdited] = useState<number | null>(null)
  const focus = (name: string) => body.current && focusField(body.current, name)
  const { form, problem, save, completeDate, completeNumbers } = usePaperForm({
    mayUndo: allowed('history.undo'),
    onSaved: () => requestAnimationFrame(() => focus('name')),
  })
  const count = usePaperStore(({ saved }) => saved.filter(({ undone }) => !undone).length)
  const values = useWatch({ control: form.control }) as NewCustomerValues
  const fields = listPaperFields(values.kind, {
    contact: level('contact', 'own') === 'full',
    notes: level('notes', 'own') === 'full',
  })
  useShortcut('mod+enter', () => void save())
  useShortcut('escape', () => void navigate('/customers'))
  useEffect(() => {
    if (body.current) focusField(body.current, form.getValues('source') ? 'name' : 'source')
  }, [form])

  const labelOf = (name: (typeof fields)[number] | (typeof batchFields)[number]) =>
    t(`field.${name === 'name' && values.kind === 'company' ? 'companyName' : name}`)
  const goOn = async (from: string) => {
    if (from === 'firstContactOn') completeDate()
    if (from === 'phone' || from === 'email') completeNumbers(from)
    const order = [...batchFields, ...fields]
    const name = order.find((one) => one === from)
    if (name && !(await form.trigger(name))) return
    const next = nextField(order, from)
    if (next === null) await save()
    else focus(next)
  }

  return (
    <>
      <PageHeader
        title={t('paper.title')}
        extra={t('paper.count', { count })}
        actions={<Button onClick={() => void navigate('/customers')}>{t('paper.done')}</Button>}
      />
      <div className={styles.body}>
        <form
          ref={body}
          className={styles.form}
          noValidate
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={(event) => {
            if (!(event.target instanceof Element) || !isPlainEnter(event)) return
            if (event.ctrlKey || event.metaKey) return
            const from = event.target.closest<HTMLElement>('[data-paper]')?.dataset.paper
            if (from === undefined) return
            event.preventDefault()
            void goOn(from)
          }}
        >
          <fieldset className={styles.batch}>
            <legend>{t('paper.batch')}</legend>
            {batchFields.map((name) => (
              <PaperField
                key={name}
                name={name}
                label={labelOf(name)}
                control={form.control}
                {...(name === 'firstContactOn' ? { onLeave: completeDate } : {})}
              />
            ))}
          </fieldset>
          <div className={styles.fields}>
            {fields.map((name) => (
              <Fragment key={name}>
                <PaperField
                  name={name}
                  label={labelOf(name)}
                  control={form.control}
                  {...(name === 'phone' || name === 'email'
                    ? { onLeave: () => completeNumbers(name) }
                    : {})}
                />
                {name === 'email' && (
                  <NewPoints
                    points={values.points ?? []}
                    onChange={(points) => form.setValue('points', points)}
                  />
                )}
              </Fragment>
            ))}
          </div>
          {duplicates(values)}
          {problem !== null && <Note tone="error">{errorText(problem)}</Note>}
          <div className={styles.footer}>
            <span className={styles.hint}>
              <Kbd keys="enter" /> {t('paper.nextField')} · <Kbd keys="escape" /> {t('paper.leave')}
            </span>
            <Button
              type="primary"
              loading={form.formState.isSubmitting && { delay: 200 }}
              onClick={() => void save()}
            >
              {t('paper.save')}
              <Kbd keys="mod+enter" joined />
            </Button>
          </div>
        </form>
        <PaperSaved onEdit={setEdited} />
      </div>
      {edited !== null && editor(edited, () => setEdited(null))}
    </>
  )
}
