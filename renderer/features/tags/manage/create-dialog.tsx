import { Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  tagFields,
  tagSubgroups,
  type TagSubgroup,
  type TagType,
  tagTypes,
} from '@shared/features/tags/tags.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { FormField } from '@renderer/components/form-field'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

/** A new tag: its name, what it says of a customer and, of a need, what it is about. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['tags', 'common'])
  const undoToast = useUndoToast()
  const [name, setName] = useState('')
  const [type, setType] = useState<TagType>('need')
  const [subgroup, setSubgroup] = useState<TagSubgroup | 'other'>('other')
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const create = async () => {
    const parsed = tagFields.safeParse({
      ...{ name, color: null },
      subgroup: type === 'need' && subgroup !== 'other' ? subgroup : null,
    })
    if (!parsed.success) return setWrong(parsed.error.issues[0]?.message)
    setBusy(true)
    setProblem(null)
    try {
      await request('tags.create', { type, ...parsed.data })
      undoToast(t('toast.created', { name: parsed.data.name }))
      onClose()
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  return (
    <FormDialog
      title={t('new')}
      action={t('make')}
      busy={busy}
      error={problem}
      onSubmit={() => void create()}
      onClose={onClose}
    >
      <FormField label={t('name')} required error={wrong}>
        {({ status, ...props }) => (
          <Input
            {...props}
            {...(status ? { status } : {})}
            autoFocus
            autoComplete="off"
            value={name}
            onChange={({ target }) => {
              setName(target.value)
              setWrong(undefined)
            }}
          />
        )}
      </FormField>
      <Segmented<TagType>
        aria-label={t('type')}
        value={type}
        onChange={setType}
        options={tagTypes.map((one) => ({ value: one, label: t(`common:tagType.${one}`) }))}
      />
      {type === 'need' && (
        <Segmented<TagSubgroup | 'other'>
          aria-label={t('subgroup')}
          value={subgroup}
          onChange={setSubgroup}
          options={[...tagSubgroups, 'other' as const].map((one) => ({
            value: one,
            label: t(`subgroups.${one}`),
          }))}
        />
      )}
    </FormDialog>
  )
}
