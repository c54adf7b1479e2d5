import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Relation } from '@shared/core/permissions'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import { Kbd } from '@renderer/components/kbd'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { useCustomFields } from '@renderer/lib/custom-fields'
import { useCustomerRights } from '../use-customer-rights'
import { CustomSection } from './custom-section'
import { CustomerFieldset } from './customer-fields'
import styles from './customer-form.module.css'
import { DraftAdvice } from './draft-advice'
import { type FormStart, useCustomerForm } from './use-customer-form'

/** Width of the drawer in CSS pixels. */
export const drawerWidth = 560

/** The open form in its drawer. Closing asks nothing: what was typed comes back next time. */
export function CustomerForm({
  start,
  relation,
  focus,
  onSaved,
  onClose,
}: {
  start: FormStart
  /** Whose the customer is; a new one is one's own. */
  relation: Relation
  /** Field to begin at. */
  focus?: keyof CustomerFormValues | undefined
  onSaved: (id: number, code: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation('customers')
  const errorText = useErrorText()
  const rights = useCustomerRights(relation)
  const fields = useCustomFields()
  const { form, save, hadDraft, problem, stale, startOver, takeNewest } = useCustomerForm(
    start,
    fields,
    onSaved,
  )
  useShortcut('mod+enter', () => void save(), { scope: 'dialog' })
  const { custom, ...builtIn } = form.formState.errors
  const problems = Object.keys(builtIn).length + Object.keys(custom ?? {}).length

  return (
    <Drawer
      open
      size={drawerWidth}
      title={t(start.id === null ? 'form.createTitle' : 'form.editTitle')}
      onClose={onClose}
      afterOpenChange={(isOpen) => {
        // Not before: the drawer takes the focus when it opens.
        if (isOpen && focus) form.setFocus(focus)
      }}
      closable={{ 'aria-label': t('form.close') }}
      footer={
        <>
          <DraftAdvice control={form.control} id={start.id} />
          <div className={styles.footer}>
            <span className={styles.problems} role="status">
              {problems > 0 && t('form.fix', { count: problems })}
            </span>
            <Button
              type="primary"
              loading={form.formState.isSubmitting}
              onClick={() => void save()}
            >
              {t('form.save')}
              <Kbd keys="mod+enter" joined />
            </Button>
          </div>
        </>
      }
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => void save(event)}
        onKeyDown={blockComposingEnter}
      >
        {hadDraft && (
          <Note tone="info">
            <span className={styles.noteRow}>
              {t('form.draftKept')}
              <Button size="small" type="link" onClick={startOver}>
                {t('form.dropDraft')}
              </Button>
            </span>
          </Note>
        )}
        {stale && (
          <Note tone="warn">
            <span className={styles.noteRow}>
              {t('form.stale')}
              <Button size="small" onClick={() => void takeNewest()}>
                {t('form.takeNewest')}
              </Button>
            </span>
          </Note>
        )}
        {problem !== null && !stale && <Note tone="error">{errorText(problem)}</Note>}
        <CustomerFieldset control={form.control} rights={rights} customerId={start.id} />
        {rights.notes === 'full' && <CustomSection control={form.control} fields={fields} />}
        <button type="submit" hidden />
      </form>
    </Drawer>
  )
}
