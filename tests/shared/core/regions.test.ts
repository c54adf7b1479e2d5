import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRegion } from '@shared/core/regions/find-region'
import { matchesRegion } from '@shared/core/regions/region-search'
import {
  findRegionByCode,
  listProvinces,
  type Region,
  regionName,
  regionNames,
  regionPath,
} from '@shared/core/regions/regions'

const counties = listProvinces().flatMap((province) =>
  province.children.flatMap((city) => city.children),
)
const all = listProvinces().flatMap((province) => [
  province,
  ...province.children,
  ...province.children.flatMap((city) => city.children),
])

describe('the table of divisions', () => {
  it('has every province, 港澳台 included, with cities and counties below each', () => {
    expect(listProvinces()).toHaveLength(34)
    expect(listProvinces().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['台湾省', '香港特别行政区', '澳门特别行政区', '西藏自治区']),
    )
    expect(listProvinces().every(({ children }) => children.length > 0)).toBe(true)
    expect(counties.length).toBeGreaterThan(3300)
  })

  it('gives every code once, six digits, each inside of the one above', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
    for (const { code, name, parent } of all) {
      expect(code).toMatch(/^\d{6}$/)
      expect(name).not.toBe('')
      expect(parent === null || code.startsWith(parent.code.replace(/(00)+$/, ''))).toBe(true)
    }
  })

  it.each([
    ['440305', '广东省深圳市南山区'],
    ['110105', '北京市朝阳区'],
    ['500237', '重庆市巫山县'],
    ['429004', '湖北省仙桃市'],
    ['810101', '香港特别行政区香港岛中西区'],
    ['440000', '广东省'],
  ])('calls %s %s', (code, name) => {
    expect(regionName(code)).toBe(name)
  })

  it('still shows a code that is gone by the name of its day', () => {
    expect(findRegionByCode('110103')).toBeNull()
    expect(regionName('110103')).toBe('北京市崇文区')
    expect(regionName('350402')).toBe('福建省三明市梅列区')
  })

  it('shows a code that nobody knows by itself, and what it lies in', () => {
    expect(regionNames('440399')).toEqual(['广东省', '深圳市', '440399'])
    expect(regionName('999999')).toBe('999999')
  })
})

describe('the division in an address', () => {
  it.each([
    ['广东省深圳市南山区科技园路 1 号', '440305', '科技园路 1 号'],
    ['广东深圳南山区科技园路1号', '440305', '科技园路1号'],
    ['深圳市南山区', '440305', ''],
    ['深圳南山区', '440305', ''],
    ['北京市朝阳区建国路 1 号', '110105', '建国路 1 号'],
    ['北京市北京市朝阳区建国路', '110105', '建国路'],
    ['北京市 市辖区 朝阳区 建国路', '110105', '建国路'],
    ['北京朝阳区建国路', '110105', '建国路'],
    ['江苏省昆山市花桥镇', '320583', '花桥镇'],
    ['昆山市花桥镇', '320583', '花桥镇'],
    ['中国上海市浦东新区示例路', '310115', '示例路'],
    ['广东省-深圳市-南山区-示例路', '440305', '示例路'],
    ['广西南宁市青秀区示例路', '450103', '示例路'],
    ['海南藏族自治州共和县', '632521', ''],
    ['吉林省吉林市昌邑区', '220202', ''],
    ['南京市示例路 5 号', '320100', '示例路 5 号'],
    ['湖北省仙桃市示例路', '429004', '示例路'],
    ['香港特别行政区九龙油尖旺区', '810202', ''],
  ])('%s', (address, code, rest) => {
    expect(findRegion(address)).toEqual({ code, rest })
  })

  it.each([
    ['a district of many cities', '朝阳区示例路'],
    ['a district of many cities', '鼓楼区'],
    ['a street', '上海路 12 号'],
    ['a street', '广东路'],
    ['a short city alone', '深圳科技园路 1 号'],
    ['a city area that is no district', '上海市区'],
    ['no division', '示例大厦 3 楼'],
    ['English', '12 Example Road, Springfield'],
    ['nothing', ''],
  ])('is not guessed from %s: %s', (_, address) => {
    expect(findRegion(address)).toBeNull()
  })

  it('comes back from the whole name of every county, with the street behind it', () => {
    // 秦皇岛市经济技术开发区 and 秦皇岛市's 经济技术开发区 are two of one writing: such an address is left whole.
    const told = counties.filter(
      ({ name, parent }) =>
        !parent?.children.some((other) => other.name === `${parent.name}${name}`),
    )
    expect(counties.length - told.length).toBe(1)
    fc.assert(
      fc.property(fc.constantFrom(...told), fc.constantFrom('', ' ', '/'), (county, gap) => {
        const path = regionNames(county.code)
        expect(findRegion(`${path.join(gap)}${gap}示例路 8 号`)).toEqual({
          code: county.code,
          rest: '示例路 8 号',
        })
      }),
      { numRuns: 400 },
    )
  })

  it('never loses a character of what was written', () => {
    const piece = fc.constantFrom(
      '广东',
      '广东省',
      '深圳',
      '南山区',
      '朝阳区',
      '路',
      ' ',
      '1号',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const text = pieces.join('')
        const found = findRegion(text)
        if (found) expect(text.trim().endsWith(found.rest)).toBe(true)
      }),
    )
  })
})

describe('finding a division by typing', () => {
  const find = (query: string): string[] =>
    counties
      .map(({ code }) => regionPath(code))
      .filter((path: Region[]) => matchesRegion(query, path))
      .map((path) => path.at(-1)?.name ?? '')

  it.each([
    ['南山', '南山区'],
    ['shenzhen', '南山区'],
    ['sz nans', '南山区'],
    ['SZS', '南山区'],
    ['chongqing wushan', '巫山县'],
    ['luan', '金寨县'],
    ['广东 南山', '南山区'],
  ])('%s leads to %s', (query, name) => {
    expect(find(query)).toContain(name)
  })

  it('leads nowhere for what is no place', () => {
    expect(find('qqq')).toEqual([])
  })
})
