import { Select } from 'antd'
import { UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { foldText } from '@shared/core/text'
import type { ContactView } from '@shared/features/contacts/contacts.schema'
import styles from './follow-up-form.module.css'

/** Whom they met: one of the customer's people. */
export function MetField({
  value,
  people,
  onChange,
}: {
  value: number | null
  people: readonly ContactView[]
  onChange: (id: number | null) => void
}) {
  const { t } = useTranslation('follow-ups')
  const nameOf = (id: unknown) => people.find((person) => person.id === id)?.name ?? ''
  return (
    <span className={styles.met}>
      <UserRound size={14} strokeWidth={1.6} aria-hidden />
      <Select
        size="small"
        variant="borderless"
        allowClear
        showSearch
        filterOption={(typed, option) => foldText(nameOf(option?.value)).includes(foldText(typed))}
        popupMatchSelectWidth={false}
        aria-label={t('composer.met')}
        placeholder={t('composer.met')}
        value={value}
        onChange={(next: number | undefined) => onChange(next ?? null)}
        options={people.map(({ id, name, position }) => ({
          value: id,
          // A tooltip would stay readable in privacy mode.
          title: '',
          label: (
            <span data-private>
              {name}
              {position && <span className={styles.position}>{position}</span>}
            </span>
          ),
        }))}
        labelRender={({ value: id }) => <span data-private>{nameOf(id)}</span>}
      />
    </span>
  )
}
