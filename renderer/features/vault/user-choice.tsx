import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInUser } from '@shared/features/vault/vault.schema'
import { Avatar } from '@renderer/components/avatar'
import { useFormat } from '@renderer/lib/format'
import styles from './user-choice.module.css'

/** The people of the book as a radio group; the arrow keys of the password field move it too. */
export function UserChoice({
  users,
  chosen,
  onChoose,
}: {
  users: readonly SignInUser[]
  chosen: string | undefined
  onChoose: (uid: string) => void
}) {
  const { t } = useTranslation('vault')
  const format = useFormat()
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [chosen])
  return (
    <div role="radiogroup" aria-label={t('unlock.users')} className={styles.group}>
      {users.map((user) => {
        const checked = user.uid === chosen
        return (
          <button
            key={user.uid}
            ref={checked ? current : undefined}
            type="button"
            role="radio"
            aria-checked={checked}
            tabIndex={-1}
            className={styles.user}
            onClick={() => onChoose(user.uid)}
          >
            <Avatar name={user.name} size={32} />
            <span className={styles.words}>
              <span className={styles.name}>{user.name}</span>
              <span className={styles.role}>{t(`common:role.${user.role}`)}</span>
            </span>
            {!checked && user.lastUnlockAt !== null && (
              <span
                className={styles.when}
                title={t('unlock.lastUnlock', { when: format.full(user.lastUnlockAt) })}
              >
                {format.day(user.lastUnlockAt)}
              </span>
            )}
            {checked && <Check size={16} strokeWidth={1.6} aria-hidden className={styles.check} />}
          </button>
        )
      })}
    </div>
  )
}
