import { withoutGuard } from '@shared/core/csv'

/** What people write into a cell that has nothing to say. */
const placeholders = /^(?:[-–—_/\\.]+|无|暂无|没有|未知|不详|n\/?a|null|none|nil|undefined|#n\/a)$/i

/** Printable ASCII that does not begin with =, Chinese characters and their punctuation. */
const harmless = /^(?!=)[\u0020-\u007e\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/

/**
 * The text of a cell as a person sees it: edges and invisible characters gone, Excel's `="0755"` and the tab before a number
 * unwrapped, the apostrophe before a formula of a table written here taken off, lone surrogates replaced.
 */
export function cleanCell(raw: string): string {
  if (raw === '') return ''
  const trimmed = raw.trim()
  // Nearly every cell ends here: 100,000 rows have millions of them.
  if (harmless.test(trimmed)) return withoutGuard(trimmed)
  const visible = trimmed
    .replaceAll('\u0000', '')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .toWellFormed()
    .trim()
  const formula = /^="([^"]*)"$/.exec(visible)
  return formula ? (formula[1] ?? '').trim() : withoutGuard(visible)
}

/** True for a cell that stands for "nothing": empty, 无, N/A, a dash. */
export function isBlank(text: string): boolean {
  return text === '' || placeholders.test(text)
}

/** NFKC with the apostrophe gone that guards a number in exported tables. */
export function foldCell(text: string): string {
  return text.normalize('NFKC').replace(/^'/, '').trim()
}
