import type { Found } from './card'
import type { FoundPieces } from './found-pieces.rules'

const edge = String.raw`(?<![A-Za-z0-9_\u4e00-\u9fff])`
const gap = String.raw`[ \t]{0,3}[:：.=\]】)]?[ \t]{0,3}`
const phoneWord =
  '手机号码|手机号|手机|移动电话|移动|联系电话|办公电话|公司电话|固定电话|客服电话|服务热线|销售热线|电话号码|电话|座机|固话|热线|总机|直线|联系方式|号码|mobile(?: phone)?|mob|cell(?:phone)?|telephone|phone|tel|direct|office|hotline|h\\/p|hp'
/** Letters that label a number only with a colon or a point behind them. */
const phoneLetter = '[mtpcod]'
const faxWord = '传真|fax'
const wechatWord = '微信号?|wechat|weixin|vx|wx'

const end = String.raw`(?!\d)`
const extension = String.raw`(?:[ \t]{0,2}(?:转|轉|分机|ext\.?|x|#)[ \t]{0,2}\d{1,6})?`
const china = String.raw`(?:(?:\+|00)?86[ -]?)?`
const mobile = String.raw`${china}1[3-9](?:\d{9}|\d[ -]\d{4}[ -]\d{4}|\d[ -]\d{3}[ -]\d{5}|\d{2}[ -]\d{3}[ -]\d{4})`
const areaCode = String.raw`(?:\(0(?:10|2\d|[3-9]\d{2})\)|(?:(?:\+|00)?86[ -]?)?\(?0(?:10|2\d|[3-9]\d{2})\)?|(?:\+|00)86[ -]?(?:\(0\))?(?:10|2\d|[3-9]\d{2}))`
const landline = String.raw`${areaCode}[ -]{0,3}[1-9]\d{2,3}[ -]?\d{4}(?:-\d{1,6})?${extension}`
const service = String.raw`[48]00(?:[ -]?\d{3}[ -]?\d{4}|[ -]?\d{4}[ -]?\d{3}|(?:[ -]?\d){7})${extension}`
const foreign = String.raw`(?:\+|00)[1-9]\d{0,3}(?:[ .-]{0,2}(?:\(\d{1,5}\)|\d)){6,14}${extension}`

/** Every way to write a number that is a telephone number whatever stands before it. */
const certain = `(?:${mobile}|${landline}|${service}|${foreign})${end}`
/** What only a label makes a telephone number. */
const labelledOnly = String.raw`\+?\(?\d(?:[ ().-]{0,2}\d){4,19}${extension}${end}`

const certainNumber = new RegExp(String.raw`(?<![A-Za-z0-9_])${certain}`, 'gi')
const space = String.raw`[ \t]{0,3}`
const and = String.raw`${space}(?:[\/&、]|\+(?!\d)|和|及)?${space}`
const label = (words: string, letter: string) => {
  const beside = `(?:(?:${wechatWord})${and})?`
  const joined = `${beside}(?:(?:${words})${and}){1,2}${beside}`
  const remark = String.raw`(?:\((?:同?微信同?号?|wechat)\))?`
  const before = String.raw`${edge}(?:${joined}${remark}${gap}|${letter}${space}[:.]${space})`
  return new RegExp(`(${before})(${certain}|${labelledOnly})`, 'gi')
}
const patterns = [
  { kind: 'fax', pattern: label(faxWord, 'f') },
  { kind: 'phone', pattern: label(phoneWord, phoneLetter) },
] as const
const onlyWechat = new RegExp(
  String.raw`(${edge}(?<![\/&+、][ ]?)(?:${wechatWord})${gap})(${mobile}${end})`,
  'gi',
)
const sameNumber =
  /^[ \t]{0,3}\(?[ \t]{0,3}(?:微信同号?|同微信号?|微信手机同号|手机微信同号|same (?:as )?wechat)[ \t]{0,3}\)?/i
const nextNumber = new RegExp(String.raw`^[ \t]{0,3}[\/、,;|][ \t]{0,3}(${certain})`, 'i')

/**
 * Finds telephone numbers of every kind (X3). A fax is told apart by its label, and the numbers behind one label share it. What is a
 * number of WeChat too comes back as `alsoWechat`.
 */
export function findPhones(text: string, found: FoundPieces): { alsoWechat: Found[] } {
  const alsoWechat: Found[] = []
  for (const match of text.matchAll(onlyWechat)) found.add(labelled(match, 'wechat'))
  for (const { kind, pattern } of patterns)
    for (const match of text.matchAll(pattern)) {
      const piece = labelled(match, kind)
      if (!found.add(piece)) continue
      if (kind === 'phone' && new RegExp(wechatWord, 'i').test(match[1] ?? ''))
        alsoWechat.push(piece)
      addNext(text, piece, found)
    }
  for (const match of text.matchAll(certainNumber)) {
    const [value] = match
    const [start, last] = [match.index, match.index + value.length]
    found.add({ kind: 'phone', confidence: 'sure', from: start, start, end: last, to: last })
  }
  for (const piece of found.list()) {
    const same =
      piece.kind === 'phone' ? sameNumber.exec(text.slice(piece.end, piece.end + 40)) : null
    if (!same || !found.isFree(piece.end, piece.end + same[0].length)) continue
    if (!alsoWechat.some(({ start }) => start === piece.start)) alsoWechat.push(piece)
    found.widen(piece, piece.end + same[0].length)
  }
  return { alsoWechat }
}

function labelled(match: RegExpExecArray, kind: 'phone' | 'fax' | 'wechat'): Found {
  const [whole, before = ''] = match
  const [start, last] = [match.index + before.length, match.index + whole.length]
  return { kind, confidence: 'sure', from: match.index, start, end: last, to: last }
}

/** 电话：0755-12345678 / 0755-12345679 */
function addNext(text: string, piece: Found, found: FoundPieces): void {
  let at = piece.end
  for (;;) {
    const match = nextNumber.exec(text.slice(at, at + 80))
    const [whole, value] = match ?? []
    if (whole === undefined || value === undefined) return
    const start = at + whole.length - value.length
    const last = at + whole.length
    const next = { ...piece, from: start, start, end: last, to: last }
    if (!found.add(next)) return
    at = next.end
  }
}
