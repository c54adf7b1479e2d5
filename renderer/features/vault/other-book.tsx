import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import styles from './gate.module.css'

/** 换一个文件: opens another book of this computer, or makes a new one. */
export function OtherBook() {
  const { t } = useTranslation('vault')
  const navigate = useNavigate()
  const errorToast = useErrorToast()
  const openOther = useVaultCommand(() => request('vault.openOther', {}))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'open', label: t('openOther') },
          { key: 'new', label: t('makeNew') },
        ],
        onClick: ({ key }) => {
          if (key === 'open') openOther.mutate(undefined, { onError: errorToast })
          else void navigate('/new')
        },
      }}
    >
      <button type="button" className={styles.link}>
        {t('unlock.otherBook')}
      </button>
    </Dropdown>
  )
}
