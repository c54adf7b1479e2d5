import { toSimplified } from '@shared/core/simplified'
import { foldText } from '@shared/core/text'
import type { CustomerKind } from '@shared/features/customers/customers.enums'

/** A name as duplicates are looked for with it (R051). */
export type FoldedName = {
  /** Everything that was written, folded: case, width, 繁简, no spaces, no signs. */
  whole: string
  /** What tells it apart: of a company without place, legal form and brackets; of a person without 先生 and the like. */
  core: string
  /** The place that a company's name begins with or has in brackets; empty for none. */
  place: string
  /** `core` read aloud, without tones and spaces; empty where the reading is not known. */
  reading: string
}

const signs = /[^\p{L}\p{N}]/gu
const legalForms =
  /(?:集团)?(?:股份有限|有限责任|责任有限|有限)公司$|集团公司$|集团$|总公司$|(?<!分)公司$/
const latinForms =
  /[\s,.]*\b(?:co(?:mpany)?[\s.,]*(?:ltd|limited|inc)?|pte[\s.,]*ltd|ltd|limited|inc(?:orporated)?|corp(?:oration)?|llc|gmbh|plc|group)[\s.]*$/
const brackets = /[([{【《〈「][^)\]}】》〉」]*[)\]}】》〉」]/g
const branch = /分公司$|分店$|办事处$|分行$/
const provinces =
  '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门'
const bareCities =
  '广州|深圳|东莞|佛山|珠海|中山|惠州|汕头|杭州|宁波|温州|绍兴|嘉兴|金华|义乌|南京|苏州|无锡|常州|南通|徐州|扬州|合肥|福州|厦门|泉州|南昌|济南|青岛|烟台|潍坊|郑州|洛阳|武汉|长沙|成都|昆明|贵阳|南宁|海口|西安|兰州|石家庄|太原|沈阳|大连|长春|哈尔滨'
const place = new RegExp(
  `^(?:中国)?(?:(?:${provinces})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?)?` +
    `(?:(?:${bareCities})(?![省县])市?|\\p{Script=Han}{2,3}(?<![超门城股菜夜花书集都])市)?` +
    `(?:(?<=市)\\p{Script=Han}{1,3}[区县])?`,
  'u',
)
const placeEnds = /^中国|[省市区县]|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区/g
const titles = /(?:先生|女士|小姐|老师)$/

/**
 * Folds a name so that ways of writing the same one compare equal: 繁简, width, case, legal form (有限公司, 股份有限公司, Co., Ltd),
 * （集团）, the place in front or in brackets (R050, R051). Never folds to nothing, and a branch stays a branch.
 * @param pinyin the stored reading of `name`: syllables joined by spaces
 */
export function foldName(name: string, kind: CustomerKind, pinyin: string): FoldedName {
  const folded = toSimplified(foldText(name))
  const whole = folded.replace(signs, '') || folded
  const { core, place } =
    kind === 'company' ? foldCompany(folded, whole) : { core: foldPerson(folded, whole), place: '' }
  return { whole, core, place, reading: readingOf(core, name, pinyin) }
}

function foldCompany(folded: string, whole: string): { core: string; place: string } {
  const asides = (folded.match(brackets) ?? []).map((aside) => aside.slice(1, -1).trim())
  const placesAside = asides.map(takePlace).filter(({ rest, place }) => place !== '' && rest === '')
  const isDropped = (aside: string) => {
    const inside = aside.slice(1, -1).trim()
    return inside === '集团' || (inside !== '' && takePlace(inside).rest === '')
  }
  const open = folded.replace(brackets, (aside) => (isDropped(aside) ? '' : aside))
  const bare = withoutForm(open).replace(signs, '')
  const front = takePlace(bare)
  // 上海有限公司 has no other name than its place.
  const core = [...front.rest].length >= 2 ? front.rest : bare
  const named = core === front.rest ? front.place : ''
  return { core: core || whole, place: named || (placesAside[0]?.place ?? '') }
}

function withoutForm(name: string): string {
  if (branch.test(name)) return name
  const bare = name.replace(latinForms, '').replace(legalForms, '')
  // A second round for 集团股份有限公司 and 集团 Co., Ltd.
  const twice = bare.replace(latinForms, '').replace(legalForms, '')
  return twice.replace(signs, '') === '' ? name : twice
}

function takePlace(name: string): { place: string; rest: string } {
  const [found = ''] = place.exec(name) ?? []
  return { place: found.replace(placeEnds, ''), rest: name.slice(found.length) }
}

function foldPerson(folded: string, whole: string): string {
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  // Wang Xiaoming and Xiaoming Wang.
  if (words.length > 1 && words.every((word) => /^[a-z]+$/.test(word))) return words.sort().join('')
  const bare = whole.replace(titles, '')
  return [...bare].length >= 2 ? bare : whole
}

const runs = /\p{Script=Han}+|\P{Script=Han}+/gu
const han = /\p{Script=Han}/u

/** Reads `core` by the stored reading of the whole name, in which every Chinese character is one syllable. */
function readingOf(core: string, name: string, pinyin: string): string {
  const units = (foldText(name).match(runs) ?? []).flatMap((run) =>
    han.test(run) ? [...run] : run.split(' ').filter((word) => word !== ''),
  )
  const syllables = pinyin.split(' ').filter((syllable) => syllable !== '')
  if (units.length !== syllables.length) return ''
  const heard = new Map(units.map((unit, at) => [toSimplified(unit), syllables[at] ?? '']))
  return [...core].map((character) => heard.get(character) ?? character).join('')
}

const numerals = /[0-9一二三四五六七八九十甲乙丙丁東西南北东上下左右ⅰ-ⅻ]/u

/**
 * Whether two texts are one slip of the fingers apart: a character other, missing, too many, or two beside each other swapped. Digits and
 * the like are no slip: 一厂 and 二厂 are two.
 */
export function isOneSlip(a: string, b: string): boolean {
  const [left, right] = [[...a], [...b]]
  if (Math.abs(left.length - right.length) > 1 || a === b) return false
  let start = 0
  while (start < left.length && left[start] === right[start]) start += 1
  let end = 0
  const room = Math.min(left.length, right.length) - start
  while (end < room && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1
  const [mine, other] = [
    left.slice(start, left.length - end),
    right.slice(start, right.length - end),
  ]
  if ([...mine, ...other].some((character) => numerals.test(character))) return false
  if (mine.length <= 1 && other.length <= 1) return true
  return mine.length === 2 && other.length === 2 && mine[0] === other[1] && mine[1] === other[0]
}

const trades =
  /电子商务|电子科技|信息技术|网络科技|信息科技|生物科技|科技发展|企业管理|商务服务|贸易|商贸|工贸|科技|实业|发展|投资|电子|机电|机械|设备|食品|服饰|服装|建材|装饰|物流|文化|传媒|广告|咨询|工程|制造|技术|信息|网络|环保|农业|餐饮|教育|医疗|医药|汽车|家具|包装|印刷|化工|材料|五金|塑胶|控股/g

/** The proper name inside a company's core, without the words of its trade: 华强 of 华强电子科技. Empty under two characters. */
export function brandOf(core: string): string {
  const brand = core.replace(trades, '')
  return [...brand].length >= 2 ? brand : ''
}
