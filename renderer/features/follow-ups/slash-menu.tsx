import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Phrase } from '@shared/features/phrases/phrases.schema'
import styles from './slash-menu.module.css'

/** The templates and phrases that fit what was typed behind the `/`; the keys stay with the text, which keeps the focus. */
export function SlashMenu({
  id,
  phrases,
  isAny,
  active,
  onPick,
}: {
  id: string
  phrases: readonly Phrase[]
  /** False while the book has none at all. */
  isAny: boolean
  active: number
  onPick: (phrase: Phrase) => void
}) {
  const { t } = useTranslation('follow-ups')
  const navigate = useNavigate()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <ul ref={list} id={id} role="listbox" aria-label={t('phrases.label')} className={styles.menu}>
      {phrases.length === 0 && (
        <li className={styles.none} role="presentation">
          {t(isAny ? 'phrases.nothing' : 'phrases.empty')}
          <Button size="small" type="link" onClick={() => void navigate('/settings/phrases')}>
            {t('phrases.manage')}
          </Button>
        </li>
      )}
      {phrases.map((phrase, index) => (
        <li
          key={phrase.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={styles.option}
          // The text must not lose the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(phrase)}
        >
          <span className={styles.title}>{phrase.title}</span>
          <span className={styles.content}>
            {phrase.kind === 'template' && `${t('phrases.template')} · `}
            {phrase.content.replaceAll('\n', ' ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
