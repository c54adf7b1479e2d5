import { QRCode } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './recovery-key-card.module.css'

/** Eight numbered groups and the same as a QR code, black on white in every theme so that cameras read it. */
export function RecoveryKeyCard({ recoveryKey }: { recoveryKey: readonly string[] }) {
  const { t } = useTranslation('vault')
  return (
    <div className={styles.card}>
      <ol className={styles.groups} aria-label={t('step.key.title')}>
        {recoveryKey.map((group, index) => (
          <li key={index} className={styles.group}>
            <span className={styles.number}>{index + 1}</span>
            <span className={styles.text}>{group}</span>
          </li>
        ))}
      </ol>
      <div className={styles.qr} role="img" aria-label={t('key.qr')}>
        <QRCode
          type="svg"
          value={recoveryKey.join('-')}
          size={112}
          bordered={false}
          color="var(--kb-qr-ink)"
          bgColor="var(--kb-qr-bg)"
        />
      </div>
    </div>
  )
}
