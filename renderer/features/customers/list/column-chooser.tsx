import { Checkbox, Popover } from 'antd'
import { Columns3Cog } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@renderer/components/icon-button'
import { useCustomFields } from '@renderer/lib/custom-fields'
import styles from './custom-filter.module.css'
import { useCustomColumns } from './use-custom-columns'

/** Which fields of one's own stand in the list as columns; kept for each person on this computer. */
export function ColumnChooser() {
  const { t } = useTranslation('custom-fields')
  const fields = useCustomFields()
  const { chosen, choose } = useCustomColumns()
  if (fields.length === 0) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <div className={styles.columns} role="group" aria-label={t('columns')}>
          {fields.map(({ id, name }) => (
            <Checkbox
              key={id}
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            >
              {name}
            </Checkbox>
          ))}
        </div>
      }
    >
      <span>
        <IconButton icon={Columns3Cog} label={t('columns')} onClick={() => undefined} />
      </span>
    </Popover>
  )
}
