import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { customFieldTypes } from '@shared/features/custom-fields/custom-fields.enums'
import { isNameTaken } from '@shared/features/custom-fields/custom-fields.rules'
import {
  type CustomField,
  customFieldInput,
} from '@shared/features/custom-fields/custom-fields.schema'
import { hasOptions } from '@shared/features/custom-fields/custom-types.rules'
import { request } from '@renderer/lib/client'

function fieldSchema(field: CustomField | null, fields: readonly CustomField[]) {
  return customFieldInput
    .extend({ type: z.enum(customFieldTypes) })
    .refine(({ name }) => !isNameTaken(fields, name, field?.id ?? null), {
      ...{ error: 'name-taken', path: ['name'] },
    })
    .refine(({ type, options }) => !hasOptions(type) || options.length > 0, {
      ...{ error: 'options-needed', path: ['options'] },
    })
}
export type FieldValues = z.input<ReturnType<typeof fieldSchema>>
type Parsed = z.output<ReturnType<typeof fieldSchema>>

const blank: FieldValues = {
  ...{ name: '', type: 'text', kinds: 'both', groupName: '' },
  ...{ options: [], requiredStages: [] },
}

/** The form of a field; lines of choices that were left empty do not count. */
export function useFieldForm(
  field: CustomField | null,
  fields: readonly CustomField[],
  onSaved: (name: string) => void,
) {
  const [problem, setProblem] = useState<unknown>(null)
  const form = useForm<FieldValues, unknown, Parsed>({
    resolver: (values, context, options) =>
      zodResolver(fieldSchema(field, fields))(withoutEmpty(values), context, options),
    defaultValues: field ? valuesOf(field) : blank,
  })
  const save = form.handleSubmit(async ({ type, ...input }) => {
    setProblem(null)
    try {
      await (field
        ? request('custom-fields.update', { id: field.id, ...input })
        : request('custom-fields.create', { type, ...input }))
      onSaved(input.name)
    } catch (error) {
      setProblem(error)
    }
  })
  return { form, save, problem }
}

function withoutEmpty(values: FieldValues): FieldValues {
  const options = values.options.filter(({ label }) => label.trim() !== '')
  return { ...values, options: hasOptions(values.type) ? options : [] }
}

function valuesOf({
  name,
  type,
  kinds,
  groupName,
  options,
  requiredStages,
}: CustomField): FieldValues {
  return { name, type, kinds, groupName: groupName ?? '', options, requiredStages }
}
