/**
 * Bounds of a foreign file, so that memory stays bounded whatever it holds. 100,000 customers of 20 columns are far inside.
 */
export const limits = {
  fileBytes: 200 * 1024 * 1024,
  /** One record, in UTF-16 units: a cell of 1 MB is read and listed, a line of 100 MB is refused. */
  recordLength: 2 * 1024 * 1024,
  columns: 1000,
  /** Cells kept in memory, trailing empty ones not counted. */
  cells: 8_000_000,
  chunkBytes: 256 * 1024,
  /** Rows between two looks at the cancel signal. */
  rowsBetweenYields: 500,
  batchRows: 500,
  previewRows: 50,
  listedProblems: 2000,
  problemValueLength: 80,
} as const
