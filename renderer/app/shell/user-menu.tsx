import { Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultUser } from '@shared/features/vault/vault.schema'
import { Avatar } from '@renderer/components/avatar'
import { Kbd } from '@renderer/components/kbd'
import { PasswordDialog } from '@renderer/features/settings/security/password-dialog'
import styles from './navigation.module.css'

/** Who is here; a click offers the own password, another person, and the lock. */
export function UserMenu({
  session,
  narrow,
  onLock,
}: {
  session: VaultUser
  narrow: boolean
  onLock: () => void
}) {
  const { t } = useTranslation('users')
  const [changing, setChanging] = useState(false)
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="topLeft"
        menu={{
          items: [
            { key: 'password', label: t('menu.changePassword') },
            { key: 'switch', label: t('menu.switchUser') },
            {
              key: 'lock',
              label: (
                <span className={styles.menuEntry}>
                  {t('menu.lock')}
                  <Kbd keys="mod+l" joined />
                </span>
              ),
            },
          ],
          onClick: ({ key }) => {
            if (key === 'password') setChanging(true)
            else onLock()
          },
        }}
      >
        <button
          type="button"
          className={styles.who}
          aria-label={t('menu.label', { name: session.name })}
          title={session.name}
        >
          <Avatar name={session.name} size={24} />
          {!narrow && (
            <span className={styles.person}>
              {session.name}
              <span className={styles.role}>{t(`common:role.${session.role}`)}</span>
            </span>
          )}
        </button>
      </Dropdown>
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
    </>
  )
}
