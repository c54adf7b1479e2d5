import { Button, Tooltip } from 'antd'
import { ClipboardPaste, NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Kbd } from '@renderer/components/kbd'
import { useNarrow } from '@renderer/lib/use-narrow'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { showQuickAdd } from './quick-add-store'

/** The two fast ways to enter a customer, beside 新客户; under 1200 px only their icons. */
export function QuickEntryButtons() {
  const { t } = useTranslation('quick-add')
  const navigate = useNavigate()
  const narrow = useNarrow()
  const paper = () => void navigate('/customers/paper')
  useShortcut('shift+c', showQuickAdd)
  useShortcut('shift+p', paper)
  const entries = [
    { label: t('paste'), keys: 'shift+c', Icon: ClipboardPaste, run: showQuickAdd },
    { label: t('paper.open'), keys: 'shift+p', Icon: NotebookPen, run: paper },
  ]
  return entries.map(({ label, keys, Icon, run }) => (
    <Tooltip
      key={keys}
      title={
        <>
          {narrow && label} <Kbd keys={keys} />
        </>
      }
    >
      <Button aria-label={label} onClick={run}>
        <Icon size={16} strokeWidth={1.6} aria-hidden />
        {!narrow && label}
      </Button>
    </Tooltip>
  ))
}
