/** 合同 照片 签字文件 其他. */
export const attachmentCategories = ['contract', 'photo', 'signed-form', 'other'] as const
export type AttachmentCategory = (typeof attachmentCategories)[number]
