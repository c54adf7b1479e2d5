import type { BuiltInTarget } from '@shared/features/imports/imports.schema'

/** `company` and `person` are names whose place depends on what else the file has. */
export type HeaderMeaning = BuiltInTarget | 'company' | 'person'

const words: Partial<Record<HeaderMeaning, string>> = {
  name: '客户名称 姓名/公司 公司/姓名 客户 客户名 客户全称 名称 customer customername client clientname account accountname displayname',
  company:
    '公司 公司名称 企业 企业名称 单位 单位名称 工作单位 公司全称 company companyname organization organisation business employer',
  person: '姓名 客户姓名 名字 name fullname personname yourname',
  kind: '客户类型 客户类别 类型 客户性质 kind type customertype accounttype',
  contact:
    '联系方式 联系人及电话 联系人电话 联系人/电话 联系人手机 联系信息 联系人2 联系人二 第二联系人 其他联系人 contactinfo contactdetails contactinformation',
  contactPerson:
    '联系人 联系人姓名 关键联系人 主要联系人 对接人 contact contactperson contactname primarycontact',
  phone:
    '电话 手机 手机号 手机号码 电话号码 联系电话 移动电话 固定电话 固话 座机 办公电话 电话1 手机1 phone mobile tel telephone cell cellphone phonenumber mobilephone mobilenumber workphone businessphone primaryphone',
  otherPhones:
    '电话2 电话3 手机2 手机3 手机号2 联系电话2 座机2 固话2 备用电话 备用手机 其他电话 更多电话 第二电话 家庭电话 phone2 phone3 mobile2 otherphone otherphones homephone secondaryphone alternatephone',
  wechat: '微信 微信号 微信号码 微信id wechat wechatid weixin',
  qq: 'qq qq号 qq号码 qqnumber',
  email: '邮箱 电子邮箱 电子邮件 邮件 邮箱地址 email emailaddress mail primaryemail',
  gender: '性别 gender sex',
  birthDate: '生日 出生日期 出生年月 birthday birthdate dateofbirth dob',
  lunarBirthday: '农历生日 阴历生日 旧历生日 农历 lunarbirthday lunarbirthdate',
  idCard: '身份证 身份证号 身份证号码 证件号码 idcard idnumber identitynumber',
  occupation: '职业 职务 工作 岗位 occupation profession jobtitle job',
  industry: '行业 所属行业 行业类别 客户行业 industry sector',
  companySize:
    '公司规模 企业规模 规模 员工数 人数 员工人数 companysize employees size headcount numberofemployees',
  annualRevenue:
    '年营收 年营业额 年收入 年产值 年销售额 营收 营业收入 营收规模 年营收万元 年营收元 年营收亿元 年营业额万元 营收万元 年销售额万元 annualrevenue revenue annualsales turnover yearlyrevenue annualrevenueyuan',
  foundedOn: '成立时间 成立日期 founded foundedon established',
  creditCode: '统一社会信用代码 信用代码 税号 纳税人识别号 creditcode uscc taxnumber taxid',
  regionCode:
    '省 省份 市 城市 区 区县 县 省市 省市区 省市县 地区 所在地区 所在地 所在省份 所在城市 行政区划 区域 region province city district state county',
  address:
    '地址 联系地址 公司地址 详细地址 注册地址 收货地址 通讯地址 address fulladdress street mailingaddress',
  source: '来源 来源渠道 客户来源 渠道 获客渠道 触达渠道 source leadsource channel',
  need: '需求 核心诉求 需求描述 客户需求 诉求 需求类型 need needs requirement requirements',
  preference:
    '看重 购买偏好 偏好 品类偏好 产品偏好 喜好 preference preferences buyingpreference productpreference',
  priceSensitivity: '价格敏感度 价格敏感 价格敏感性 价格敏感程度 pricesensitivity pricesensitive',
  scenario: '使用场景 场景 应用场景 用途 scenario usage usecase usagescenario',
  decisionMode: '谁拍板 是否自主决策 决策方式 自主决策 decisionmode whodecides',
  decisionProcess:
    '决策流程 决策链 采购流程 决策部门 审批流程 decisionprocess purchaseprocess buyingprocess purchasingprocess',
  purchaseCycleDays:
    '采购周期 采购周期天 购买周期 复购周期 进货周期 补货周期 采购周期天数 采购周期月 purchasecycle purchasecycledays buyingcycle ordercycle reordercycle',
  expectedCloseOn:
    '预计成交 预计成交时间 预计成交日期 预计签约 预计签约日期 预计签单日期 expectedclose expectedcloseon expectedclosedate closedate estimatedclosedate',
  notes: '备注 说明 备注信息 其他 note notes remark remarks comment comments description memo',
  firstContactOn:
    '首次接触时间 首次接触日期 首次接触 首次联系时间 登记时间 首次登记时间 创建时间 录入时间 建档日期 firstcontact firstcontacton firstcontactdate createdat createdate createdon dateadded',
  externalId:
    '客户id 客户编号 客户代码 编号 id 客户号 customerid customerno customernumber customercode externalid accountid clientid',
  stage:
    '阶段 客户阶段 生命周期 销售阶段 跟进阶段 客户状态 状态 stage lifecycle lifecyclestage status leadstatus',
  lostReason: '流失原因 丢单原因 lostreason reasonlost',
  tier: '客户等级 等级 级别 客户级别 客户分层 价值等级 tier level grade rating priority',
  needTags: '需求标签 标签 客户标签 tags tag labels label needtags',
  valueTags: '价值标签 valuetags',
  riskTags: '风险标签 risktags',
  followUps:
    '跟进记录 跟进 跟进内容 沟通记录 沟通内容 联系记录 拜访记录 followup followups activity activities interactions contacthistory',
  nextFollowAt:
    '下次跟进 下次跟进时间 下次跟进日期 下次联系时间 下次联系 nextfollowup nextfollow nextcontact nextstepdate nextactiondate',
}

const meanings = new Map<string, HeaderMeaning>(
  (Object.keys(words) as HeaderMeaning[]).flatMap((meaning) =>
    (words[meaning] ?? '')
      .split(' ')
      .map((word): [string, HeaderMeaning] => [foldHeader(word), meaning]),
  ),
)

/** Case, width, spaces, punctuation and hints in brackets do not matter: "E-mail", "手机号 *", "行业（必填）". */
export function foldHeader(header: string): string {
  const folded = header.normalize('NFKC').toLowerCase()
  const bare = folded.replace(/\((?:必填|选填|可选|required|optional|\d+)\)/g, '')
  return bare.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What a header says in Chinese or English (R027, R012, R023); null when it is none of ours. */
export function findMeaning(header: string): HeaderMeaning | null {
  return meanings.get(foldHeader(header)) ?? null
}
