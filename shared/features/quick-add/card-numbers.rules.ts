import { normalizeBankAccount } from '@shared/core/bank-account'
import { isCreditCode } from '@shared/core/credit-code'
import { isIdCard } from '@shared/core/id-card'
import type { Found } from './card'
import type { FoundPieces } from './found-pieces.rules'
import type { Confidence, PieceKind } from './quick-add.enums'

/** What stands between a label and its value. */
const colon = String.raw`[ \t]{0,3}[:：.=\]】]?[ \t]{0,3}`
/** A label begins where no word goes on. */
const edge = String.raw`(?<![A-Za-z0-9_\u4e00-\u9fff])`

type Shape = {
  kind: PieceKind
  /** Words before the value; they belong to the piece. */
  label?: string
  value: RegExp
  labelled?: Confidence
  /** Confidence without a label; null where the label is needed. */
  bare: Confidence | null
  accept?: (value: string) => boolean
}

const bankAccount = /\d(?:[ -]?\d){7,29}(?!\d)/

/** In this order: what is surer, or could hold another of them inside, comes first. */
const shapes: readonly Shape[] = [
  {
    kind: 'email',
    label: '电子邮箱|电子邮件|邮箱|电邮|邮件|邮|e-?mail|mail|e',
    value: /[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/,
    bare: 'sure',
  },
  {
    kind: 'website',
    label: '公司网址|公司网站|网址|官网|网站|主页|website|web|site|url|homepage|w',
    value: /(?:https?:\/\/|www\.)[A-Za-z0-9][^\s，。；、<>"'）()|｜]{2,300}/,
    bare: 'sure',
  },
  {
    kind: 'website',
    label: '公司网址|公司网站|网址|官网|网站|主页|website|web',
    value: /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}(?:\/[^\s，。；、]{0,200})?/,
    bare: null,
  },
  {
    kind: 'creditCode',
    label: '统一社会信用代码证?|社会信用代码|信用代码|纳税人识别号|税号|tax (?:id|no\\.?)|uscc',
    value: /[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Za-z])/i,
    bare: 'sure',
    accept: (value) => isCreditCode(value.toUpperCase()),
  },
  {
    kind: 'idCard',
    label: '身份证号码?|身份证|证件号码?|id (?:card|no\\.?)',
    value: /\d{17}[\dXx](?![0-9A-Za-z])/,
    bare: 'sure',
    accept: (value) => isIdCard(value.toUpperCase()),
  },
  {
    kind: 'bankAccount',
    label: '银行账号|银行帐号|银行卡号|对公账户|账号|帐号|账户|卡号|account (?:no\\.?|number)',
    value: bankAccount,
    bare: null,
    accept: (value) => normalizeBankAccount(value).length >= 8,
  },
  {
    kind: 'wechat',
    label: '微信号|微信 ?id|微信|wechat(?: ?id)?|weixin|v信|威信|vx|wx|vchat',
    value: /[A-Za-z][A-Za-z0-9_-]{4,19}(?![A-Za-z0-9_@])/,
    bare: null,
    accept: (value) => value.length >= 6,
  },
  {
    kind: 'qq',
    label: 'qq号码?|qq',
    value: /[1-9]\d{4,11}(?!\d)/,
    bare: null,
  },
]

/** Finds everything that is known by its form: e-mail, website, numbers with a check digit, accounts, WeChat, QQ. */
export function findNumbers(text: string, found: FoundPieces): void {
  for (const shape of shapes) {
    if (shape.label !== undefined) findShape(text, shape, shape.label, found)
    if (shape.bare !== null) findShape(text, shape, null, found)
  }
}

function findShape(text: string, shape: Shape, label: string | null, found: FoundPieces): void {
  const before = label === null ? String.raw`(?<![A-Za-z0-9_.])()` : `(${edge}(?:${label})${colon})`
  const pattern = new RegExp(`${before}(${shape.value.source})`, 'gi')
  for (const match of text.matchAll(pattern)) {
    const piece = pieceOf(match, shape, label === null)
    if (piece) found.add(piece)
  }
}

function pieceOf(match: RegExpExecArray, shape: Shape, bare: boolean): Found | null {
  const [, before = '', raw = ''] = match
  const value = raw.replace(/[.,;:!?'-]+$/, '')
  if (shape.accept && !shape.accept(value)) return null
  const start = match.index + before.length
  const confidence = bare ? (shape.bare ?? 'guess') : (shape.labelled ?? 'sure')
  const end = start + value.length
  return { kind: shape.kind, confidence, from: match.index, start, end, to: end }
}
