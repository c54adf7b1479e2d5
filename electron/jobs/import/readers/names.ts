const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const twoCharacterSurname = /^(?:欧阳|司徒|尉迟|上官|诸葛|司马|皇甫|令狐|慕容|夏侯|东方|独孤)/
const companyWord =
  /公司|集团|企业|工厂|中心|学校|大学|幼儿园|医院|诊所|银行|协会|学会|基金会|合作社|工作室|事务所|酒店|商行|超市|商贸|经营部|\b(?:co|ltd|inc|llc|corp|gmbh|plc|company|limited|group|studio)\b\.?/i
const companyEnding = /[厂店行社院局部校所馆站铺坊庄]$/

/** True for a name that is surely one of a business. A short one such as 张知行 may end like a firm and be a person. */
export function isCompanyName(name: string): boolean {
  const folded = name.normalize('NFKC').trim()
  return companyWord.test(folded) || ([...folded].length > 3 && companyEnding.test(folded))
}

/** 2 to 4 Chinese characters that begin with a frequent surname. */
export function isPersonName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || isCompanyName(text)) return false
  return surnames.includes(text[0] ?? '') || twoCharacterSurname.test(text)
}

const remark = /[不没无未空停关]|电话|手机|号码|联系|微信|同上|待定|加|请|勿|已|改|换/

/**
 * True for words beside a phone number that can only be a name: a few Chinese characters or Latin words. Without a number beside
 * it (`alone`) a Chinese name must begin with a surname, so that a remark does not become a person.
 */
export function isContactName(text: string, alone: boolean): boolean {
  if (remark.test(text)) return false
  if (/^\p{Script=Latin}[\p{Script=Latin}.'\s-]{1,40}$/u.test(text)) return true
  return alone ? isPersonName(text) : /^\p{Script=Han}[\p{Script=Han}·\s]{0,9}$/u.test(text)
}
