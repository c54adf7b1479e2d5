import { Cascader, Input, InputNumber, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  findRegionByCode,
  listProvinces,
  type Region,
  regionPath,
} from '@shared/core/regions/regions'
import { conditionLimits } from '@shared/features/conditions/conditions.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import {
  companySizes,
  customerKinds,
  stages,
  tiers,
} from '@shared/features/customers/customers.enums'
import { CustomValueInput } from '@renderer/components/custom-value-input'
import { useRouteQuery } from '@renderer/lib/client'
import { type ConditionDraft, regionPrefix } from '@renderer/lib/condition-drafts'
import styles from './conditions.module.css'

type Props = {
  value: ConditionDraft
  label: string
  onChange: (value: ConditionDraft) => void
}

/** What a condition compares with, by the kind of its field. */
export function ConditionValue({ custom, ...props }: Props & { custom: CustomField | undefined }) {
  const { t } = useTranslation(['conditions', 'common'])
  const { value, label, onChange } = props
  switch (value.field) {
    case 'industry':
    case 'source':
      return (
        <Select
          mode="tags"
          className={styles.full ?? ''}
          aria-label={label}
          placeholder={t('words')}
          value={value.values}
          tokenSeparators={[',', '，', '、']}
          open={false}
          suffixIcon={null}
          onChange={(values: string[]) => onChange({ ...value, values })}
        />
      )
    case 'kind':
      return (
        <Choices {...props} words={customerKinds.map((one) => [one, t(`common:kind.${one}`)])} />
      )
    case 'stage':
      return <Choices {...props} words={stages.map((one) => [one, t(`common:stage.${one}`)])} />
    case 'tier':
      return <Choices {...props} words={tiers.map((one) => [one, t(`common:tier.${one}`)])} />
    case 'size':
      return (
        <Choices
          {...props}
          words={companySizes.map((one) => [one, t(`common:companySize.${one}`)])}
        />
      )
    case 'region':
      return <Regions {...props} />
    case 'silence':
    case 'follow-ups':
      return (
        <InputNumber
          aria-label={label}
          min={value.field === 'silence' ? 1 : 0}
          max={value.field === 'silence' ? conditionLimits.days : 100_000}
          precision={0}
          value={value.number}
          suffix={t(`unit.${value.field}`)}
          onChange={(number) => onChange({ ...value, number })}
        />
      )
    case 'revenue':
      return <Ends {...props} input={(end) => <Amount {...props} end={end} />} />
    case 'tag':
      return <Tags {...props} />
    case 'custom':
      return custom ? <CustomAsked {...props} field={custom} /> : null
  }
}

function Choices({
  value,
  label,
  words,
  onChange,
}: Props & { words: (readonly [string, string])[] }) {
  return (
    <Select
      mode="multiple"
      className={styles.full ?? ''}
      aria-label={label}
      value={value.values}
      options={words.map(([one, word]) => ({ value: one, label: word }))}
      optionFilterProp="label"
      onChange={(values: string[]) => onChange({ ...value, values })}
    />
  )
}

function Tags({ value, label, onChange }: Props) {
  const { t } = useTranslation('common')
  const { data } = useRouteQuery('tags.list', {})
  return (
    <Select
      mode="multiple"
      className={styles.full ?? ''}
      aria-label={label}
      value={value.tagIds}
      options={(data?.tags ?? [])
        .filter(({ id, archivedAt }) => archivedAt === null || value.tagIds.includes(id))
        .map(({ id, type, name }) => ({ value: id, label: `${name} · ${t(`tagType.${type}`)}` }))}
      optionFilterProp="label"
      onChange={(tagIds: number[]) => onChange({ ...value, tagIds })}
    />
  )
}

function Amount({ value, label, end, onChange }: Props & { end: 'from' | 'to' }) {
  const { t } = useTranslation('conditions')
  return (
    <InputNumber<string>
      aria-label={`${label} ${t(`end.${end}`)}`}
      placeholder={t(`end.${end}`)}
      min="0"
      stringMode
      suffix={t('unit.revenue')}
      value={value[end]}
      onChange={(typed) => onChange({ ...value, [end]: typed ?? '' })}
    />
  )
}

function Ends({ input }: Props & { input: (end: 'from' | 'to') => React.ReactNode }) {
  return (
    <div className={styles.ends}>
      {input('from')}
      <span aria-hidden>–</span>
      {input('to')}
    </div>
  )
}

function CustomAsked({ field, ...props }: Props & { field: CustomField }) {
  const { value, label, onChange } = props
  if (value.op === 'filled' || value.op === 'empty') return null
  const input = (part: 'from' | 'to' | 'text', asked = field) => (
    <CustomValueInput
      field={asked}
      aria-label={label}
      value={value[part]}
      onChange={(text) => onChange({ ...value, [part]: text })}
    />
  )
  if (value.op === 'between') return <Ends {...props} input={(end) => input(end)} />
  if (value.op === 'contains')
    return (
      <Input
        aria-label={label}
        value={value.text}
        onChange={({ target }) => onChange({ ...value, text: target.value })}
      />
    )
  return input('text', value.op === 'any' ? { ...field, type: 'multi-choice' } : field)
}

type Option = { value: string; label: string; children?: Option[] }

function Regions({ value, label, onChange }: Props) {
  const options = useMemo(() => listProvinces().map(toOption), [])
  return (
    <Cascader
      multiple
      className={styles.full ?? ''}
      aria-label={label}
      options={options}
      value={value.values.map(codesOf)}
      displayRender={(names) => names.at(-1)}
      onChange={(paths: string[][]) =>
        onChange({
          ...value,
          values: paths.flatMap((path) => {
            const code = path.at(-1)
            return code === undefined ? [] : [regionPrefix(code)]
          }),
        })
      }
    />
  )
}

function codesOf(prefix: string): string[] {
  const code = prefix.padEnd(6, '0')
  return findRegionByCode(code) ? regionPath(code).map((region) => region.code) : [code]
}

function toOption({ code, name, children }: Region): Option {
  return {
    value: code,
    label: name,
    ...(children.length > 0 ? { children: children.map(toOption) } : {}),
  }
}
