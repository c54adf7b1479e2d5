import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormField } from './form-field'

/** One field for each group of the recovery key that is to be typed back. */
export function RecoveryGroupsFields({
  groups,
  texts,
  wrong,
  onChange,
}: {
  /** Group numbers 1–8. */
  groups: readonly number[]
  texts: readonly string[]
  /** Groups that did not fit at the last try. */
  wrong: readonly number[]
  onChange: (texts: readonly string[]) => void
}) {
  const { t } = useTranslation('vault')
  return groups.map((group, index) => (
    <FormField
      key={group}
      label={t('confirm.group', { number: group })}
      error={wrong.includes(group) ? 'recovery-group' : undefined}
    >
      {(props) => (
        <Input
          {...props}
          size="large"
          autoFocus={index === 0}
          autoComplete="off"
          spellCheck={false}
          maxLength={9}
          value={texts[index] ?? ''}
          style={{ width: 160, fontFamily: 'var(--ant-font-family-code)' }}
          onChange={(event) =>
            onChange(texts.map((text, at) => (at === index ? event.target.value : text)))
          }
        />
      )}
    </FormField>
  ))
}
