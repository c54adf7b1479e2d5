/** Money is an integer of 分; people write 元, and larger sums in 万 or 亿 (R023, R042). */

const digitsOf = { '': 2, 千: 5, 万: 6, 百万: 8, 千万: 9, 亿: 10, 十亿: 11 } as const
type Unit = keyof typeof digitsOf

const written =
  /^(?:rmb|cny|人民币|¥)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(千万|百万|千|万|亿|w|k|m|million|bn|billion)?(元|圆|块|rmb|cny|人民币)?(?:整|正)?$/i
const latinUnits: Record<string, Unit> = {
  ...{ w: '万', k: '千', m: '百万', million: '百万', bn: '十亿', billion: '十亿' },
}

/**
 * Reads a sum such as `1,200.50`, `¥300 万`, `1.2亿元` or `3 million`.
 * @param unit what a sum without a unit of its own is counted in, as the head of a column may say
 * @returns 分, or null for what is no sum, has parts of a 分 or is too large to be exact
 */
export function parseYuan(text: string, unit: Unit = ''): number | null {
  const match = written.exec(text.normalize('NFKC').replace(/[\s\u2212]/g, ''))
  if (!match) return null
  const [, whole = '', fraction = '', suffix = '', currency] = match
  const own = latinUnits[suffix.toLowerCase()] ?? (suffix as Unit)
  const places = digitsOf[own === '' && currency === undefined ? unit : own]
  const decimals = fraction.replace(/0+$/, '')
  if (decimals.length > places) return null
  const fen = Number(`${whole.replaceAll(',', '')}${decimals.padEnd(places, '0')}`)
  return Number.isSafeInteger(fen) ? fen : null
}

/** The unit that a text such as 年营收（万元） names, or none for 元. */
export function moneyUnitOf(text: string): Unit {
  const unit = /[(（\s/]?(千万|百万|千|万|亿)元?[)）]?$/.exec(text.trim())?.[1]
  return (unit as Unit | undefined) ?? ''
}

/** 分 as 元 with two decimals where there are any: `1,200` · `1,200.50`. A true minus for what is owed. */
export function formatYuan(fen: number): string {
  const sum = Math.abs(fen)
  const whole = Math.floor(sum / 100).toLocaleString('en-US')
  const rest = sum % 100
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`
  return `${fen < 0 ? '−' : ''}${whole}${decimals}`
}
