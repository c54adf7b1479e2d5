export const importErrorCodes = [
  'imports.empty-file',
  'imports.not-text',
  'imports.too-large',
  'imports.line-too-long',
  'imports.too-many-columns',
  'imports.no-name-column',
  'imports.wrong-encoding',
  'imports.gone',
  'imports.file-changed',
] as const
export type ImportErrorCode = (typeof importErrorCodes)[number]
