/** 文字 数字 金额 日期 单选 多选 是否 链接 (R073). */
export const customFieldTypes = [
  'text',
  'number',
  'money',
  'date',
  'choice',
  'multi-choice',
  'yes-no',
  'link',
] as const
export type CustomFieldType = (typeof customFieldTypes)[number]

/** Which customers have the field. */
export const customFieldKinds = ['both', 'person', 'company'] as const
export type CustomFieldKinds = (typeof customFieldKinds)[number]

/** One of the choices. The key is what a customer's value holds, so that a choice can be renamed. */
export type CustomFieldOption = { key: string; label: string }
