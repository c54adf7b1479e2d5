import { simplifiedRows } from '@shared/core/simplified-table'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import type { Random } from '../fixtures/seeded-random'

export const alterations = [
  'typo',
  'swapped',
  'missing',
  'other-phone',
  'phone-slip',
  '繁简',
  'width',
  'suffix',
  'place',
] as const
export type Alteration = (typeof alterations)[number]
export type KnownPair = { first: number; second: number; alteration: Alteration }
export type DuplicateSet = { customers: CustomerFormValues[]; pairs: KnownPair[] }

const characters = [
  ...'云岫望月鲲池桃源听澜拾穗青梧鹿鸣晚照松间星野镕光清和安泰瑞丰恒远嘉禾明德兴业同创启航博雅卓越思源天成润泽宏图锦绣金石福临顺达',
]
const trades = [
  ...['电子科技', '食品', '茶业', '机电设备', '商贸', '建材', '物流', '文化传播', '医疗器械'],
  ...['服饰', '餐饮管理', '教育咨询', '汽车配件', '包装', '印刷', '农业', '环保工程', '家具'],
]
const forms = [
  '有限公司',
  '有限公司',
  '有限公司',
  '股份有限公司',
  '有限责任公司',
  '（集团）有限公司',
]
const places = ['', '', '深圳市', '广州市', '杭州', '北京', '苏州市', '浙江省宁波市', '成都']
const surnames = [
  ...'林苏叶白秦沈顾陆柳江温纪梁舒骆颜祝宁简喻王李张刘陈杨黄赵周吴徐孙马朱胡郭何高罗郑',
  ...['欧阳', '司徒', '尉迟'],
]
const given = [
  ...'知听望扶闻照清素怀霁昭栖喆赟夏秋雪舟枝溪遥棠笙宁珂禾晨晓建国志强伟芳娜敏静丽洋勇杰娟涛明超兰霞平刚桂英华玉文辉',
]
const traditional = new Map(
  simplifiedRows.flatMap(([from, to]) =>
    [...from].map((character, at) => [to.charAt(at), character] as const),
  ),
)

/**
 * Invented customers with some that are there twice, altered as people do it, and with what looks like that and is not: families at
 * one phone, offices at one front desk, namesakes, firms of one proper name in another trade.
 */
export function makeDuplicateSet(random: Random, size: number, shareTwice = 0.08): DuplicateSet {
  const customers: CustomerFormValues[] = []
  const pairs: KnownPair[] = []
  let number = 0
  const mobile = () =>
    `1${random.pick(['38', '39', '50'])}${String((number += 7919) % 1e8).padStart(8, '0')}`
  while (customers.length < size) {
    const one = random.chance(0.5) ? company(random, mobile) : person(random, mobile)
    const first = customers.push(one) - 1
    if (random.chance(shareTwice)) {
      const alteration = random.pick(alterations)
      const second = alter(random, one, alteration, mobile)
      if (second) pairs.push({ first, second: customers.push(second) - 1, alteration })
    } else if (random.chance(0.05)) customers.push(...lookalikes(random, one, mobile))
  }
  return { customers, pairs }
}

function company(random: Random, mobile: () => string): CustomerFormValues {
  const brand = Array.from({ length: random.int(2, 4) }, () => random.pick(characters)).join('')
  const landline = random.chance(0.3)
  return {
    kind: 'company',
    name: `${random.pick(places)}${brand}${random.pick(trades)}${random.pick(forms)}`,
    contactPerson: random.chance(0.6) ? personName(random) : null,
    phone: landline ? `0755-${random.int(2, 8)}${random.int(1e6, 9999999)}` : mobile(),
    email: random.chance(0.5) ? `c${random.int(1, 1e8)}@firm.example` : null,
    address: random.chance(0.5) ? address(random) : null,
  }
}

function person(random: Random, mobile: () => string): CustomerFormValues {
  return {
    kind: 'person',
    name: personName(random),
    phone: mobile(),
    email: random.chance(0.4) ? `p${random.int(1, 1e8)}@mail.example` : null,
    gender: random.pick(['male', 'female'] as const),
    birthDate: random.chance(0.5)
      ? `${random.int(1950, 2005)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`
      : null,
    address: random.chance(0.4) ? address(random) : null,
  }
}

const personName = (random: Random) =>
  random.pick(surnames) + random.pick(given) + (random.chance(0.75) ? random.pick(given) : '')
const address = (random: Random) =>
  `示例区${random.pick(characters)}${random.pick(characters)}路 ${random.int(1, 300)} 号 ${random.int(1, 30)} 层`
const two = (value: number) => String(value).padStart(2, '0')

/** The same customer as somebody else typed it; null where the alteration does not fit. */
function alter(
  random: Random,
  one: CustomerFormValues,
  alteration: Alteration,
  mobile: () => string,
): CustomerFormValues | null {
  const kept = (value: string | null | undefined, share: number) =>
    value && random.chance(share) ? value : null
  const again: CustomerFormValues = {
    ...one,
    email: kept(one.email, 0.7),
    address: kept(one.address, 0.7),
    contactPerson: kept(one.contactPerson, 0.7),
    birthDate: kept(one.birthDate, 0.8),
  }
  const name = [...one.name]
  const at = random.int(one.kind === 'person' ? 1 : 0, Math.max(1, name.length - 6))
  const letters = one.kind === 'person' ? given : characters
  switch (alteration) {
    case 'typo':
      return {
        ...again,
        name: name.with(Math.min(at, name.length - 1), random.pick(letters)).join(''),
      }
    case 'swapped':
      if (at + 1 >= name.length) return null
      return {
        ...again,
        name: [...name.slice(0, at), name[at + 1], name[at], ...name.slice(at + 2)].join(''),
      }
    case 'missing':
      return name.length < 3 ? null : { ...again, name: name.toSpliced(at, 1).join('') }
    case 'other-phone':
      // People are told apart by something else then; without anything nobody could say.
      if (one.kind === 'person' && !one.birthDate && !one.email) return null
      return {
        ...again,
        phone: mobile(),
        birthDate: one.birthDate ?? null,
        email: one.email ?? null,
      }
    case 'phone-slip': {
      const digits = one.phone ?? ''
      const place = random.int(4, digits.length - 2)
      const digit = String((Number(digits[place]) + random.int(1, 9)) % 10)
      return /^\d{11}$/.test(digits)
        ? { ...again, phone: [...digits].with(place, digit).join('') }
        : null
    }
    case '繁简':
      return {
        ...again,
        name: name.map((character) => traditional.get(character) ?? character).join(''),
      }
    case 'width':
      return { ...again, name: `　${name.join('')} `, phone: widen(one.phone ?? '') }
    case 'suffix':
      if (one.kind === 'person') return { ...again, name: `${one.name}先生` }
      return {
        ...again,
        name: one.name.replace(
          /(?:（集团）)?(?:股份|责任)?有限(?:责任)?公司$/,
          random.pick(['', '公司', '集团有限公司']),
        ),
      }
    case 'place':
      if (one.kind === 'person') return null
      return {
        ...again,
        name: `${random.pick(['深圳市', '杭州市', '广东省'])}${one.name.replace(/^(?:浙江省)?(?:深圳|广州|苏州|宁波|杭州|北京|成都)市?/, '')}`,
      }
  }
}

const widen = (text: string) =>
  text.replace(/[\d-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** Others who share something with a customer and are not them. */
function lookalikes(
  random: Random,
  one: CustomerFormValues,
  mobile: () => string,
): CustomerFormValues[] {
  if (one.kind === 'person') {
    if (random.chance(0.5))
      return [
        {
          ...person(random, mobile),
          name: one.name,
          birthDate: '1999-09-09',
          gender: one.gender ?? null,
        },
      ]
    // A family at one number, each by their own name.
    return Array.from({ length: random.int(1, 3) }, () => ({
      ...person(random, mobile),
      name: one.name.charAt(0) + random.pick(given) + random.pick(given),
      phone: one.phone ?? null,
    }))
  }
  const brand = one.name.replace(/(?:（集团）|股份|责任|有限).*$/, '')
  if (random.chance(0.4))
    return [
      { ...company(random, mobile), name: `${brand.slice(0, -2)}${random.pick(trades)}有限公司` },
    ]
  // An office building with one front desk.
  return Array.from({ length: random.int(1, 3) }, () => ({
    ...company(random, mobile),
    phone: '400-800-1234',
  }))
}
