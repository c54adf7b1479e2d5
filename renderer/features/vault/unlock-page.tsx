import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { Kbd } from '@renderer/components/kbd'
import { CoverPane } from './cover-pane'
import { GateFrame } from './gate-frame'
import styles from './gate.module.css'
import { findLastUser } from './last-user'
import { OtherBook } from './other-book'
import { SignIn } from './sign-in'
import { UserChoice } from './user-choice'

/** Sign in: choose a person, type the password. */
export function UnlockPage({ state }: { state: VaultState }) {
  const { t } = useTranslation('vault')
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(findLastUser)
  const user = state.users.find(({ uid }) => uid === chosen) ?? state.users[0]

  function move(step: 1 | -1): void {
    const index = state.users.findIndex(({ uid }) => uid === user?.uid)
    const next = state.users[(index + step + state.users.length) % state.users.length]
    if (next) setChosen(next.uid)
  }

  return (
    <GateFrame
      pane={<CoverPane lastBackup={state.lastBackup} />}
      hint={
        state.users.length > 1 && (
          <>
            <Kbd keys="arrowup" />
            <Kbd keys="arrowdown" />
            <span>{t('unlock.chooseUser')}</span>
          </>
        )
      }
    >
      <div className={styles.form}>
        <h1 className={styles.title}>{t('unlock.title')}</h1>
        <p className={styles.sub}>
          <span title={state.book?.folder}>{folderName(state.book?.folder ?? '')}</span>
          <span aria-hidden>·</span>
          <OtherBook />
        </p>
        <UserChoice users={state.users} chosen={user?.uid} onChoose={setChosen} />
        {user && (
          <SignIn
            key={user.uid}
            user={user}
            bookName={state.book?.name ?? ''}
            needsCheck={state.needsCheck}
            onMove={move}
          />
        )}
        <div className={styles.links}>
          <button type="button" className={styles.link} onClick={() => void navigate('/recovery')}>
            {t('unlock.forgot')}
          </button>
          <button type="button" className={styles.link} onClick={() => void navigate('/restore')}>
            {t('restore')}
          </button>
        </div>
      </div>
    </GateFrame>
  )
}

/** Last part of a path of any platform. */
function folderName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}
