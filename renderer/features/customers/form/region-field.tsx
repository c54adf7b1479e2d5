import { Cascader } from 'antd'
import { useMemo } from 'react'
import { Controller } from 'react-hook-form'
import { matchesRegion } from '@shared/core/regions/region-search'
import { listProvinces, type Region, regionName, regionPath } from '@shared/core/regions/regions'
import { FormField } from '@renderer/components/form-field'
import styles from './customer-form.module.css'
import type { CustomerControl } from './form-fields'

type Option = { value: string; name: string; children?: Option[] }

/**
 * 省/市/区 by steps, or typed: in Chinese, pinyin or initials. A province or city alone may be chosen; a code that is gone still
 * shows its name and stays until another is chosen (R012, R015).
 */
export function RegionField({ control, label }: { control: CustomerControl; label: string }) {
  const options = useMemo(() => listProvinces().map(toOption), [])
  return (
    <Controller
      control={control}
      name="regionCode"
      render={({ field: { value, onChange, ...field }, fieldState }) => (
        <FormField label={label} error={fieldState.error?.message}>
          {({ status, ...props }) => (
            <div data-private className={styles.cover}>
              <Cascader<Option>
                {...field}
                {...props}
                {...(status ? { status } : {})}
                options={options}
                fieldNames={{ label: 'name', value: 'value', children: 'children' }}
                value={value ? codesOf(value) : []}
                displayRender={(names) => (value ? regionName(value, ' / ') : names.join(' / '))}
                changeOnSelect
                allowClear
                showSearch={{
                  filter: (query, path) => matchesRegion(query, path),
                  limit: 50,
                }}
                onChange={(path) => onChange(path?.at(-1) ?? null)}
              />
            </div>
          )}
        </FormField>
      )}
    />
  )
}

function codesOf(code: string): string[] {
  const path = regionPath(code).map((region) => region.code)
  return path.length > 0 ? path : [code]
}

function toOption({ code, name, children }: Region): Option {
  return {
    value: code,
    name,
    ...(children.length > 0 ? { children: children.map(toOption) } : {}),
  }
}
