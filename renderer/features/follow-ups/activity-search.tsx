import { Input } from 'antd'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '@renderer/lib/ime'
import styles from './activity.module.css'

const restMs = 150

/** Looks for words in the timeline: after a short rest, never in the middle of a composition; Esc empties the box, then leaves it. */
export function ActivitySearch({
  text,
  onSearch,
}: {
  text: string
  onSearch: (text: string) => void
}) {
  const { t } = useTranslation('follow-ups')
  const [value, setValue] = useState(text)
  const [seen, setSeen] = useState(text)
  const [composing, setComposing] = useState(false)
  if (seen !== text) {
    setSeen(text)
    setValue(text)
  }
  useEffect(() => {
    if (composing || value.trim() === text) return
    const timer = setTimeout(() => onSearch(value.trim()), restMs)
    return () => clearTimeout(timer)
  }, [value, text, composing, onSearch])
  return (
    <Input
      size="small"
      className={styles.search ?? ''}
      prefix={<Search size={14} strokeWidth={1.6} aria-hidden />}
      allowClear
      maxLength={100}
      value={value}
      placeholder={t('filter.search')}
      aria-label={t('filter.search')}
      spellCheck={false}
      onChange={(event) => setValue(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (isComposing(event) || event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        if (value === '') event.currentTarget.blur()
        setValue('')
      }}
    />
  )
}
