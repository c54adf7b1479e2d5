import { Dropdown, Segmented } from 'antd'
import { Funnel } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@renderer/components/icon-button'
import { useRouteQuery } from '@renderer/lib/client'
import { useWhose } from './today-store'

/** 我的 or 全部, and for those who see more than their own, the board of one person. */
export function WhoseChoice() {
  const { t } = useTranslation('today')
  const { whose, setWhose } = useWhose()
  const { data } = useRouteQuery('today.listPeople', {})
  const people = data?.people ?? []
  const chosen = people.find(({ id }) => id === whose)
  if (people.length < 2 && whose === 'mine') return null
  return (
    <>
      <Segmented
        aria-label={t('whose.label')}
        value={typeof whose === 'number' ? String(whose) : whose}
        options={[
          { value: 'mine', label: t('whose.mine') },
          { value: 'all', label: t('whose.all') },
          ...(chosen ? [{ value: String(chosen.id), label: chosen.name }] : []),
        ]}
        onChange={(value) => {
          if (value === 'mine' || value === 'all') setWhose(value)
        }}
      />
      {people.length > 1 && (
        <Dropdown
          trigger={['click']}
          menu={{
            selectedKeys: [String(whose)],
            items: people.map(({ id, name }) => ({ key: String(id), label: name })),
            onClick: ({ key }) => setWhose(Number(key)),
          }}
        >
          <span>
            <IconButton icon={Funnel} label={t('whose.person')} onClick={() => undefined} />
          </span>
        </Dropdown>
      )}
    </>
  )
}
