import { Dropdown } from 'antd'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Piece } from '@shared/features/quick-add/card'
import { pieceKinds, type PieceKind } from '@shared/features/quick-add/quick-add.enums'
import styles from './piece-list.module.css'

/** What was read, in the order of the text; a press on a kind gives the piece another one. */
export function PieceList({
  pieces,
  onPick,
}: {
  pieces: readonly Piece[]
  onPick: (value: string, kind: PieceKind) => void
}) {
  const { t } = useTranslation('quick-add')
  const items = pieceKinds.map((kind) => ({ key: kind, label: t(`piece.${kind}`) }))
  return (
    <ul className={styles.list} aria-label={t('pieces')}>
      {pieces.map(({ kind, value, confidence }, index) => (
        <li key={index} className={styles.row}>
          <Dropdown
            trigger={['click']}
            menu={{
              items,
              selectedKeys: [kind],
              className: styles.menu ?? '',
              onClick: ({ key }) => {
                const next = pieceKinds.find((one) => one === key)
                if (next) onPick(value, next)
              },
            }}
          >
            <button
              type="button"
              className={confidence === 'guess' && kind !== 'note' ? styles.guess : styles.kind}
              aria-label={t('changeKind', { kind: t(`piece.${kind}`) })}
            >
              {t(`piece.${kind}`)}
              <ChevronDown size={12} strokeWidth={1.6} aria-hidden />
            </button>
          </Dropdown>
          <span className={kind === 'note' ? styles.note : styles.value} data-private>
            {kind === 'gender' ? t(`common:gender.${value}`, { defaultValue: value }) : value}
          </span>
          {confidence === 'guess' && kind !== 'note' && (
            <span className={styles.check}>{t('check')}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
