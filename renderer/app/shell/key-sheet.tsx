import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Kbd } from '@renderer/components/kbd'
import { useRights } from '@renderer/lib/use-rights'
import { keyGroups } from './key-groups'
import styles from './key-sheet.module.css'
import { useShellStore } from './shell-store'

/** All keys that one may use on one sheet, by place. */
export function KeySheet() {
  const { t } = useTranslation('shell')
  const open = useShellStore((store) => store.overlay === 'keys')
  const close = useShellStore((store) => store.close)
  const { allowed } = useRights()
  return (
    <Modal
      open={open}
      onCancel={close}
      footer={null}
      width={880}
      title={t('keys.title')}
      destroyOnHidden
    >
      <div className={styles.groups}>
        {keyGroups.map((group) => (
          <section key={group.id}>
            <h3 className={styles.title}>{t(`keys.${group.id}.title`)}</h3>
            <dl className={styles.list}>
              {group.keys
                .filter(({ permission = 'self' }) => allowed(permission))
                .map(({ id, strokes }) => (
                  <div key={id} className={styles.row}>
                    <dt>{t(`keys.${group.id}.${id}`)}</dt>
                    <dd className={styles.strokes}>
                      {strokes.map((stroke) => (
                        <Kbd key={stroke} keys={stroke} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
