import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '@renderer/components/avatar'
import { FormField } from '@renderer/components/form-field'
import { Kbd } from '@renderer/components/kbd'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import { useFormat } from '@renderer/lib/format'
import { useShortcut } from '@renderer/lib/use-shortcut'
import type { CustomerTarget } from '../target'
import { TargetName } from '../target-name'
import { useCustomerCommands } from '../use-customer-commands'
import styles from './owner-dialog.module.css'
import { useOwners } from './use-owners'

/** Gives one or many customers to another person (R082). */
export function OwnerDialog({
  target,
  current,
  onClose,
  onDone = onClose,
}: {
  target: CustomerTarget
  /** Who has it now, when it is one. */
  current: number | null
  onClose: () => void
  /** After it was done, in place of `onClose`. */
  onDone?: () => void
}) {
  const { t } = useTranslation(['customers', 'common'])
  const format = useFormat()
  const errorText = useErrorText()
  const commands = useCustomerCommands()
  const { owners, error } = useOwners()
  const [chosen, setChosen] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const owner = owners.find(({ id }) => id === chosen)

  const save = async () => {
    if (busy) return
    if (!owner) return setMissing(true)
    setBusy(true)
    if (await commands.transfer(target.ids, owner)) onDone()
    setBusy(false)
  }
  useShortcut('mod+enter', () => void save(), { scope: 'dialog' })

  return (
    <Modal
      open
      width={400}
      footer={null}
      title={
        <>
          {t('owner.change')}
          <TargetName target={target} />
        </>
      }
      onCancel={onClose}
    >
      <div className={styles.form}>
        {error && <Note tone="error">{errorText(error)}</Note>}
        <FormField
          label={t('field.owner')}
          hint={t('owner.changeHint')}
          error={missing ? 'required' : undefined}
        >
          {({ status, ...props }) => (
            <Select<number>
              {...props}
              {...(status ? { status } : {})}
              autoFocus
              showSearch={{ optionFilterProp: 'title' }}
              value={chosen}
              placeholder={t('owner.choose')}
              notFoundContent={t('owner.nobody')}
              onChange={(id) => {
                setChosen(id)
                setMissing(false)
              }}
              options={owners
                .filter(({ id }) => id !== current)
                .map(({ id, name, role, customers }) => ({
                  value: id,
                  title: name,
                  label: (
                    <span className={styles.option}>
                      <Avatar name={name} size={20} />
                      <span className={styles.name}>{name}</span>
                      <span className={styles.aside}>
                        {t(`common:role.${role}`)} ·{' '}
                        {t('owner.holds', { count: customers, shown: format.count(customers) })}
                      </span>
                    </span>
                  ),
                }))}
            />
          )}
        </FormField>
        <Button
          type="primary"
          className={styles.save ?? ''}
          loading={busy}
          onClick={() => void save()}
        >
          {t('owner.give')}
          <Kbd keys="mod+enter" joined />
        </Button>
      </div>
    </Modal>
  )
}
