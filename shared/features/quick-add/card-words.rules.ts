import { compoundSurnames, noNames, noNameSigns, surnames } from './name-words'

const chineseCompany =
  /(?:公司|集团|集團|工厂|合作社|事务所|事務所|工作室|研究院|研究所|设计院|经营部|商行|商贸|批发部|门市部|超市|酒店|宾馆|饭店|医院|诊所|药房|学校|大学|学院|中学|小学|幼儿园|银行|协会|学会|商会|基金会|中心|厂|店|分公司|办事处|茶庄|酒庄|农场|会所|俱乐部|旅行社|出版社|报社|电视台)(?:\([\u4e00-\u9fff]{1,10}\))?$/
const latinCompany =
  /(?:\b(?:Co\.?,? ?Ltd|Company Limited|Pte\.?,? ?Ltd|Pty\.?,? ?Ltd|Ltd|Limited|Inc|LLC|LLP|Corp|Corporation|GmbH|PLC|S\.A|S\.p\.A|S\.r\.l|B\.V|A\/S|AG|Oy|K\.K|Company|Group|Studio|Holdings|Partners|Associates|Factory)\b\.?|\bCo\.)(?: ?\([\w .-]{1,30}\))?$/i

/** True for a fragment that can only be the name of a business or an institution. */
export function isCompany(text: string): boolean {
  if (text.length > 100) return false
  if (chineseCompany.test(text)) return /\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}/u.test(text)
  // Co., Ltd. has a comma of its own; any other parts a list of which the company is the end.
  const isList = text.replace(/,\s*(?:Ltd|Inc|LLC|LLP|Limited|Corp)\b/gi, '').includes(',')
  return !isList && latinCompany.test(text) && /^[\p{L}\d]/u.test(text) && text.includes(' ')
}

const leadIn =
  /^.{0,20}?(?:我们是|我是|这里是|这是|来自于?|就职于|任职于|供职于|单位是|公司是|您好[，,!！]?|你好[，,!！]?)/
const inside =
  /[\p{Script=Han}A-Za-z0-9()&·]{2,40}?(?:有限责任公司|有限公司|股份公司|集团公司|集团|事务所)(?:[\p{Script=Han}]{2,10}分公司)?/u

/** The name of a company within a sentence: 您好，我是青山食品有限公司的李建国. Offsets within the text, or null. */
export function findCompany(text: string): { start: number; end: number } | null {
  const lead = leadIn.exec(text)?.[0].length ?? 0
  const match = inside.exec(text.slice(lead))
  if (!match || isCompany(match[0]) === false) return null
  const start = lead + match.index
  return { start, end: start + match[0].length }
}

const rank = '(?:副|总|正|常务|执行|高级|资深|首席|区域|大区|全国|华东|华南|华北|见习|代理|助理)*'
const field =
  '(?:采购|销售|市场|营销|业务|财务|人事|人力资源|行政|技术|研发|生产|品质|质量|质检|客户|客服|运营|产品|项目|工程|设计|法务|物流|仓储|仓库|信息|网络|商务|外贸|渠道|品牌|媒介|公关|培训|招商|工艺|设备|安全|供应链|电商|门店|车间|办公室|后勤|售后|服务|大客户|投资|战略|内容|数据|软件|硬件|电气|机械|结构|测试|算法|前端|后端)*'
const title =
  '(?:董事长|董事|监事|总裁|总经理|经理|总监|主管|主任|主席|专员|专家|助理|秘书|文员|会计师?|出纳|工程师|设计师|架构师|程序员|技术员|业务员|采购员|销售员|推销员|店长|店员|厂长|科长|处长|局长|部长|组长|班长|队长|院长|校长|所长|站长|行长|会长|理事长?|秘书长|老板娘?|老板|掌柜|合伙人|创始人|联合创始人|法人代表|法定代表人|法人|负责人|代表|顾问|律师|医师|医生|护士长?|教授|讲师|教师|老师|教练|编辑|记者|翻译|客服|采购|销售|跟单|内勤|前台|司机|库管|仓管|质检|买手|代理|经纪人|咨询师|分析师|策划|研究员|总工)'
const chineseTitle = new RegExp(`^${rank}${field}${rank}${title}(?:助理|代表)?$`, 'u')
const titleTail = new RegExp(`${rank}${field}${rank}${title}(?:助理)?$`, 'u')
const latinTitle =
  /\b(?:manager|director|president|chairman|chairwoman|chairperson|ceo|cto|cfo|coo|cmo|cio|vp|svp|evp|gm|engineer|sales|purchasing|procurement|purchaser|buyer|head of|officer|assistant|consultant|partner|founder|co-founder|owner|secretary|executive|representative|accountant|supervisor|team lead|chief|specialist|coordinator|lawyer|attorney|architect|designer|developer|analyst|professor|controller|merchandiser|planner|technician|foreman)\b/i

/** True for the words of a post: 采购经理, 副总经理, Purchasing Manager. */
export function isPosition(text: string): boolean {
  if (text.length > 60 || isCompany(text)) return false
  if (/^\p{Script=Han}+$/u.test(text)) return text.length <= 14 && chineseTitle.test(text)
  if (/^(?:CEO|CTO|CFO|COO|CMO|CIO|CHO|VP|GM|HR|PM)$/.test(text)) return true
  const [first = ''] = text.split(',')
  return (
    latinTitle.test(first) && /^[A-Za-z][A-Za-z&,.'/ -]*$/.test(text) && text.split(' ').length <= 7
  )
}

const chineseDepartment = /^[\p{Script=Han}]{1,9}(?:部门|部|处|科|事业部|研究室|课|组|办公室)$/u
const latinDepartment =
  /^(?:[A-Z][\w&-]* ?){0,4}\b(?:Department|Dept\.?|Division|Team|Office)$|^(?:Department|Dept\.?|Division|Office) of [A-Z][\w& ]{2,40}$/

export function isDepartment(text: string): boolean {
  return chineseDepartment.test(text) || (text.length <= 60 && latinDepartment.test(text))
}

/** The places where a run without spaces parts: 采购部|经理, 李建国|采购经理, 采购经理|李建国. Null for one that is whole. */
export function splitWords(text: string): number | null {
  if (!/^\p{Script=Han}{3,16}$/u.test(text)) return null
  const department = /^.{2,9}?(?:部门|部|处|科)(?=.{2})/u.exec(text)
  if (department && isDepartment(department[0])) {
    const rest = text.slice(department[0].length)
    if (isPosition(rest) || splitWords(rest) !== null) return department[0].length
  }
  const tail = titleTail.exec(text)
  if (tail && tail.index > 0 && isPersonName(text.slice(0, tail.index))) return tail.index
  for (const length of [4, 3, 2]) {
    const at = text.length - length
    if (at >= 2 && isPosition(text.slice(0, at)) && isPersonName(text.slice(at))) return at
  }
  return null
}

const address =
  /(?:先生|女士|小姐|太太|总经理|副总|董事长|董|厂长|店长|校长|总|老师|经理|主任|工|哥|姐|老板|师傅|同学|医生|教授|律师|局长|处长|科长)$/u

/** A Chinese name of two to four characters with a known surname; compound surnames have one or two behind them. */
export function isPersonName(text: string): boolean {
  if (/^\p{Script=Han}{2,8}·\p{Script=Han}{2,8}$/u.test(text)) return true
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || noNames.has(text) || noNames.has(text.slice(0, 2)))
    return false
  const compound = compoundSurnames.some((one) => text.startsWith(one) && text.length > 2)
  if (!compound && (text.length > 3 || !surnames.has(text.charAt(0)))) return false
  return !noNameSigns.test(text.slice(1)) && !isPosition(text)
}

/** 李总, 王女士, 张工: a surname with the way to speak to its bearer. */
export function isAddressedName(text: string): boolean {
  const tail = address.exec(text)
  if (!tail || tail.index === 0 || noNames.has(text.slice(0, 2))) return false
  const bearer = text.slice(0, tail.index)
  return (
    surnames.has(bearer) ||
    compoundSurnames.some((one) => one === bearer) ||
    (/先生|女士|小姐|太太/.test(tail[0]) && isPersonName(bearer))
  )
}

const latinName =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}\.?)?(?: (?:van|von|de|der|den|da|bin|al))?(?: \p{Lu}[\p{L}'’-]{0,24}){1,3}(?: \(\p{Lu}\p{L}{1,20}\))?$/u
const noLatinName =
  /\b(?:road|street|avenue|building|floor|room|district|city|province|china|best|kind|regards|dear|thanks|thank|tel|fax|email|wechat|the|and|of|for|new|product|products|price|order|sent|from|subject|confidential|shanghai|beijing|shenzhen|guangzhou|hong kong|park|plaza|tower|zone|department|dept|division|team)\b/i

/** A Latin name of two to four capitalised words. */
export function isLatinName(text: string): boolean {
  return latinName.test(text) && !noLatinName.test(text) && !isCompany(text) && !isPosition(text)
}
