import type { PhraseFields } from './phrases.schema'

/** Trades that a set of phrases is proposed for. */
export const phraseTrades = ['retail', 'service', 'manufacturing'] as const
export type PhraseTrade = (typeof phraseTrades)[number]

type Language = 'zh-CN' | 'en'
type Line = readonly [kind: 'T' | 'P', type: PhraseFields['type'], title: string, content: string]

const zh: Record<PhraseTrade | 'common', readonly Line[]> = {
  common: [
    ['T', 'phone', '电话跟进', '与{联系人}通电话：\n谈到：\n客户的意见：\n下一步：'],
    ['T', 'visit', '上门拜访', '拜访{客户}，见了{联系人}。\n看到：\n谈到：\n约定：'],
    ['T', 'wechat', '微信沟通', '和{联系人}微信聊了{话题}，客户说'],
    ['P', 'phone', '没人接', '电话没人接，'],
    ['P', null, '约好再谈', '约好{日期}再谈，'],
    ['P', null, '要考虑', '客户说要考虑一下，'],
    ['P', null, '对价格有意见', '觉得价格偏高，希望再让一点，'],
    ['P', null, '请发资料', '要我们把资料发过去，'],
  ],
  retail: [
    ['T', 'phone', '到店回访', '回访{联系人}：{日期}到店买了{商品}，用得'],
    ['T', 'wechat', '新品通知', '给{联系人}发了新品{商品}，客户'],
    ['P', null, '生日祝福', '发了生日祝福和优惠，'],
    ['P', null, '缺货登记', '想要的{商品}缺货，到货后通知，'],
    ['P', null, '会员到期', '会员快到期，提醒续会，'],
  ],
  service: [
    ['T', 'visit', '上门服务', '到{客户}上门服务：\n项目：\n情况：\n客户评价：\n下次服务：'],
    ['T', 'phone', '服务后回访', '服务后回访{联系人}：满意度 /5，意见：'],
    ['P', null, '合同快到期', '服务合同快到期，谈续约，'],
    ['P', null, '换人对接', '以后由{联系人}对接，'],
    ['P', null, '等对方验收', '已经做完，等对方验收，'],
  ],
  manufacturing: [
    ['T', 'phone', '报价跟进', '跟进报价：{产品} {数量}，对方'],
    ['T', 'visit', '看厂', '带{客户}的{联系人}看厂。\n关心：\n提出的要求：\n下一步：'],
    ['T', 'email', '寄样', '给{联系人}寄了样品{产品}，快递单号'],
    ['P', null, '在比价', '正在和别家比价，'],
    ['P', null, '等批额度', '等财务批额度，'],
    ['P', null, '催交期', '催交期，希望提前到'],
    ['P', null, '含税含运', '要求含税含运，'],
  ],
}

const en: Record<PhraseTrade | 'common', readonly Line[]> = {
  common: [
    ['T', 'phone', 'Call notes', 'Called {contact}.\nWe discussed: \nThey said: \nNext step: '],
    [
      'T',
      'visit',
      'Site visit',
      'Visited {customer}, met {contact}.\nSaw: \nDiscussed: \nAgreed: ',
    ],
    ['T', 'wechat', 'Chat notes', 'Messaged {contact} about {topic}; they said '],
    ['P', 'phone', 'No answer', 'No answer, '],
    ['P', null, 'Talk again', 'Agreed to talk again on {date}, '],
    ['P', null, 'Thinking it over', 'They want to think it over, '],
    ['P', null, 'Price concern', 'They find the price high and ask for a discount, '],
    ['P', null, 'Send material', 'They asked us to send the material, '],
  ],
  retail: [
    ['T', 'phone', 'After purchase', 'Called {contact}, who bought {product} on {date}: '],
    ['T', 'wechat', 'New arrival', 'Told {contact} about the new {product}; they '],
    ['P', null, 'Birthday greeting', 'Sent birthday greetings and an offer, '],
    ['P', null, 'Out of stock', '{product} is out of stock, tell them when it arrives, '],
    ['P', null, 'Membership ends', 'Membership is about to end, reminded them to renew, '],
  ],
  service: [
    [
      'T',
      'visit',
      'Service visit',
      'Service at {customer}.\nWork: \nState: \nTheir view: \nNext service: ',
    ],
    [
      'T',
      'phone',
      'After service',
      'Called {contact} after the service: satisfaction /5, remarks: ',
    ],
    ['P', null, 'Contract ends', 'The service contract is about to end, discussed renewal, '],
    ['P', null, 'New contact', '{contact} is our contact from now on, '],
    ['P', null, 'Awaiting acceptance', 'Work is done, waiting for acceptance, '],
  ],
  manufacturing: [
    ['T', 'phone', 'Quote follow-up', 'Followed up the quote for {product}, {quantity}: '],
    [
      'T',
      'visit',
      'Factory tour',
      'Showed {contact} of {customer} the factory.\nInterest: \nRequests: \nNext step: ',
    ],
    ['T', 'email', 'Sample sent', 'Sent {contact} a sample of {product}, tracking number '],
    ['P', null, 'Comparing prices', 'They are comparing prices, '],
    ['P', null, 'Awaiting budget', 'Waiting for their finance to approve the budget, '],
    ['P', null, 'Earlier delivery', 'They ask for an earlier delivery, '],
    ['P', null, 'Tax and freight', 'They ask for tax and freight included, '],
  ],
}

/** The set that is proposed to a trade, for its own language; nothing of it is there before somebody takes it. */
export function listStandardPhrases(trade: PhraseTrade, language: Language): PhraseFields[] {
  const sets = language === 'en' ? en : zh
  return [...sets.common, ...sets[trade]].map(([kind, type, title, content]) => ({
    ...{ kind: kind === 'T' ? 'template' : 'phrase', type, title, content: content.trim() },
  }))
}
