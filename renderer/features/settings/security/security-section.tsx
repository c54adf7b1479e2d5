import { useRights } from '@renderer/lib/use-rights'
import { SectionHead } from '../section-head'
import { DeviceCard } from './device-card'
import { LockCard } from './lock-card'
import { PasswordCard } from './password-card'
import { RecoveryCard } from './recovery-card'
import { RotationCard } from './rotation-card'
import { ScreenCard } from './screen-card'
import styles from './security.module.css'

/** 安全与锁定: the lock, the screen, one's own ways in, and for owners the keys of the whole book (R093, X1). */
export function SecuritySection({ title }: { title: string }) {
  const rights = useRights()
  return (
    <>
      <SectionHead title={title} />
      <div className={styles.cards}>
        <LockCard />
        <ScreenCard />
        <PasswordCard />
        <DeviceCard />
        {rights.allowed('vault.manage') && (
          <>
            <RecoveryCard />
            <RotationCard />
          </>
        )}
      </div>
    </>
  )
}
