import { isRealDate } from '@shared/core/dates'
import type { Found } from './card'
import { isCompany } from './card-words.rules'
import type { FoundPieces } from './found-pieces.rules'
import type { PieceKind } from './quick-add.enums'

const labels: readonly (readonly [PieceKind, string])[] = [
  [
    'name',
    '客户姓名|姓名|联系人姓名|联系人|名字|收件人|收货人|full name|name|contact person|contact|attn',
  ],
  [
    'company',
    '公司名称|单位名称|企业名称|工作单位|客户名称|发票抬头|公司|单位|企业|店名|名称|抬头|company(?: name)?|organi[sz]ation|employer',
  ],
  ['position', '职位|职务|岗位|职称|job title|title|position'],
  ['department', '所属部门|所在部门|部门|department|dept\\.?'],
  [
    'address',
    '地址[、及和/]?电话|公司地址|单位地址|注册地址|收货地址|联系地址|通讯地址|办公地址|工厂地址|详细地址|收件地址|家庭地址|地址|住址|address|addr|add\\.?',
  ],
  ['gender', '性别|gender|sex'],
  ['birthDate', '出生日期|出生年月日|生日|birthday|date of birth|dob'],
  ['note', '备注|说明|开户银行|开户行|邮政编码|邮编|主营|经营范围|地区|昵称|note|remark|zip|bank'],
]
const edge = String.raw`(?<![\p{L}\p{N}_])`
const anyLabel = new RegExp(
  `${edge}(?:${labels.map(([, words]) => `(${words})`).join('|')})(?:[ \\t]{0,3}[:：=][ \\t]{0,3}|[】\\]][ \\t]{0,3}|(?<=\\p{Script=Han})[ \\t]{1,4}(?=\\S))`,
  'giu',
)
const stops: Partial<Record<PieceKind, RegExp>> = {
  name: /[,，、;；/|｜()（）]|\s{2,}/,
  position: /[;；|｜()（）]|\s{2,}/,
  department: /[;；|｜，,]|\s{2,}/,
  gender: /[^\p{L}]/u,
  birthDate: /[,，;；|｜]|\s/,
}
const always = /[;；|｜\t]| {3,}/

/** Finds what a label names: 姓名：李建国, Title: Buyer. A value ends at the next label, at another piece or with its line. */
export function findLabelled(text: string, found: FoundPieces): void {
  const matches = [...text.matchAll(anyLabel)].filter(({ index, 0: whole }) =>
    found.isFree(index, index + whole.trimEnd().length),
  )
  for (const [number, match] of matches.entries()) {
    const at = match.slice(1).findIndex((word) => word !== undefined)
    const kind = labels[at]?.[0]
    if (kind === undefined || kind === 'note') continue
    const start = match.index + match[0].length
    const next = matches[number + 1]?.index ?? text.length
    const piece = valueAfter(text, kind, start, next, found)
    if (piece) found.add({ ...piece, from: match.index })
  }
}

function valueAfter(
  text: string,
  kind: PieceKind,
  start: number,
  next: number,
  found: FoundPieces,
): Found | null {
  const line = text.slice(start).search(/[\r\n]/)
  const other = found.list().find(({ from }) => from >= start)?.from ?? text.length
  const limit = Math.min(next, line < 0 ? text.length : start + line, other)
  const rest = text.slice(start, limit)
  const stop = rest.search(stops[kind] ?? always)
  const value = narrow(
    kind,
    (stop < 0 ? rest : rest.slice(0, stop)).replace(/[\s,，;；、:：/|(（-]+$/, ''),
  )
  if (value === '' || !fits(kind, value)) return null
  const end = start + value.length
  return { kind, confidence: 'sure', from: start, start, end, to: end }
}

/** 公司：青山食品有限公司 采购部 and 联系人：李建国 经理 end at the space; words in Latin letters do not. */
function narrow(kind: PieceKind, value: string): string {
  const [first = ''] = value.split(/\s/)
  if (kind === 'name' && /^\p{Script=Han}/u.test(value)) return first
  return kind === 'company' && first !== value && isCompany(first) ? first : value
}

function fits(kind: PieceKind, value: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(value)) return false
  if (kind === 'gender') return readGender(value) !== null
  return kind === 'birthDate' ? readDate(value) !== null : true
}

export function readGender(value: string): 'male' | 'female' | null {
  if (/^(?:男|male|m)/i.test(value)) return 'male'
  return /^(?:女|female|f)/i.test(value) ? 'female' : null
}

/** YYYY-MM-DD of a whole date in the usual ways of writing, or null; a birthday without its year is none. */
export function readDate(value: string): string | null {
  const match = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?(?:T.*)?$/.exec(value.trim())
  const [year, month, day] = (match ?? []).slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  const pad = (part: number) => String(part).padStart(2, '0')
  return isRealDate(year, month, day) ? `${year}-${pad(month)}-${pad(day)}` : null
}
