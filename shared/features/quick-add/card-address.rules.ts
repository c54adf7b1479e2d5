const division =
  '(?:\\p{Script=Han}{2,8}?(?:省|自治区|特别行政区)|北京|上海|天津|重庆|香港|澳门|台湾|\\p{Script=Han}{2,7}?(?:市|自治州|盟|地区)|\\p{Script=Han}{2,6}?(?:区|县|旗))'
const chineseAddress = new RegExp(
  `^(?:中国)?[ ]?${division}.*?(?:路|街|大道|道|巷|弄|胡同|号|村|镇|乡|园|大厦|广场|栋|幢|楼|室|层|座|工业区|开发区|新区|小区|\\p{Script=Han}区|\\p{Script=Han}县|交叉口|仓)`,
  'u',
)
const streetAlone =
  /^\p{Script=Han}{1,12}(?:路|街|大道|巷|弄|胡同) ?\d{1,5}(?:-\d{1,4})? ?(?:号|弄)/u
const latinStreet =
  /\b(?:road|rd|street|st|avenue|ave|lane|blvd|boulevard|building|bldg|floor|suite|district|drive|highway|plaza|tower|industrial (?:park|zone)|square|way|rue|via|calle|[a-z]*(?:strasse|straße|weg|platz))\b\.?/i
const sentence = /[。！？!?]|请|我们|欢迎|地铁|附近|到了/

/** True for a fragment that begins with a place and goes down to a street, a house or a floor. */
export function isAddress(text: string): boolean {
  if (text.length < 5 || text.length > 200 || sentence.test(text)) return false
  if (chineseAddress.test(text) || streetAlone.test(text)) return true
  return (
    /\d/.test(text) && latinStreet.test(text) && /^[\p{Script=Latin}\d\s,.'’#&/()-]+$/u.test(text)
  )
}
